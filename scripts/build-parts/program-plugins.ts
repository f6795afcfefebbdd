// What the command-line program is bundled with, here and in the tests that run it.
import type { Plugin } from "esbuild";
import { lazyTr46 } from "./lazy-tr46.ts";
import { requireWhereUsed } from "./require-where-used.ts";
import { shortNames } from "./short-names.ts";
import { slimUndici } from "./slim-undici.ts";

export function programPlugins(outdir: string): Plugin[] {
  return [lazyTr46(outdir), slimUndici, shortNames, requireWhereUsed];
}
