// The Action's two bundles: readable, with what few steps need in chunks of their own.
import { build } from "esbuild";
import { BUNDLE_OPTIONS } from "./bundle-options.ts";
import { lazyTr46 } from "./lazy-tr46.ts";
import { loadableParts } from "./loadable-parts.ts";
import { requireWhereUsed } from "./require-where-used.ts";
import { rewriting } from "./rewrites.ts";
import { slimUndici } from "./slim-undici.ts";

/** Writes main.mjs, post.mjs and their chunks into `outdir`. */
export async function buildAction(outdir: string): Promise<void> {
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: { main: "src/action/main.ts", post: "src/action/post.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    plugins: [lazyTr46(outdir), slimUndici, loadableParts, rewriting, requireWhereUsed],
  });
}
