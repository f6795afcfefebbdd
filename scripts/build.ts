// Builds dist/: the command-line program with its lazily loaded chunks, and the Action's two bundles.
// The same input gives the same bytes on every machine; test/laws/dist.test.ts rebuilds and compares.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildAction } from "./build-parts/action-bundles.ts";
import { BUNDLE_OPTIONS } from "./build-parts/bundle-options.ts";
import { programPlugins } from "./build-parts/program-plugins.ts";

/** Builds everything into `outdir` (a fresh folder). */
export async function buildAll(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  // Copied alone, the bundles have no package.json above them that says how to read them.
  writeFileSync(join(outdir, "package.json"), '{ "type": "module" }\n');
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: { "vps-dns": "src/main.ts" },
    outdir,
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: programPlugins(outdir),
  });
  await buildAction(join(outdir, "action"));
}

await buildAll(process.argv[2] ?? "dist");
