// Shortens the local names of third-party code before it is bundled, which takes 100 kB off the package. Our own code
// keeps its names, so that a stack trace can be read; theirs keeps those of classes and functions at its top level.
import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";
import { rewritten } from "./rewrites.ts";

const THIRD_PARTY = /[\\/]node_modules[\\/].+\.[cm]?js$/;

export const shortNames: Plugin = {
  name: "short-names",
  setup(bundle) {
    bundle.onLoad({ filter: THIRD_PARTY }, async ({ path }) => {
      const { code } = await transform(rewritten(path, await readFile(path, "utf8")), {
        minify: true,
        platform: "node",
        target: "node20.18",
        charset: "utf8",
        legalComments: "none",
      });
      return { contents: code };
    });
  },
};
