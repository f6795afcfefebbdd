// The Action's bundles, built from the source under test with the options of scripts/build.ts, in an empty folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export interface Bundles extends AsyncDisposable {
  /** Holds main.mjs and post.mjs. */
  readonly folder: string;
}

/** Builds both bundles; nothing beside them is in reach when they run. */
export async function buildBundles(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-action-"));
  await build({
    entryPoints: { main: "src/action/main.ts", post: "src/action/post.ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.18",
    alias: {
      "@actions/http-client/lib/auth": "./src/action/no-oidc-client.ts",
      "@actions/http-client": "./src/action/no-oidc-client.ts",
    },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
