// The Action's bundles, built from the source under test, in a folder where nothing else is in reach.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAction } from "../../../scripts/build-parts/action-bundles.ts";

export interface Bundles extends AsyncDisposable {
  /** Holds main.mjs, post.mjs and their chunks. */
  readonly folder: string;
}

export async function buildBundles(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-action-"));
  await buildAction(folder);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
