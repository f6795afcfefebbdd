// The program as users run it, built from the source under test: one bundle a test file, in a folder of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { BUNDLE_OPTIONS } from "../../../scripts/build-parts/bundle-options.ts";
import { programPlugins } from "../../../scripts/build-parts/program-plugins.ts";

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "vps-dns-mcp-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export interface Program extends AsyncDisposable {
  /** The file to start with Node. */
  readonly path: string;
}

/** Bundles src/main.ts as scripts/build.ts does, but not minified, so that stack traces can be read. */
export async function buildProgram(): Promise<Program> {
  const folder = await temporaryFolder();
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: { "vps-dns": "src/main.ts" },
    outdir: folder.path,
    outExtension: { ".js": ".mjs" },
    plugins: programPlugins(folder.path),
  });
  return { path: join(folder.path, "vps-dns.mjs"), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
