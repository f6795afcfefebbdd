// All that is changed in other people's code when it is bundled.
import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import type { Rewrite } from "./rewrite.ts";
import { sdkSchemas } from "./sdk-schemas.ts";
import { zodParts } from "./zod-parts.ts";

const REWRITES: readonly Rewrite[] = [...sdkSchemas, ...zodParts];

export function rewritten(path: string, source: string): string {
  return REWRITES.reduce((text, { file, rewrite }) => (file.test(path) ? rewrite(text) : text), source);
}

/** Rewrites and nothing else: the code stays as readable as it was. */
export const rewriting: Plugin = {
  name: "rewriting",
  setup(bundle) {
    for (const { file } of REWRITES) {
      bundle.onLoad({ filter: file }, async ({ path }) => ({
        contents: rewritten(path, await readFile(path, "utf8")),
      }));
    }
  },
};
