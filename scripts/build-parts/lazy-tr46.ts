// tr46 carries 250 kB of tables that take 14 ms to load, and only internationalised names need them. A bundle gets two
// functions in its place that load `chunks/tr46.cjs` when one is called; loading CommonJS needs no await.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { packedTable } from "./mapping-table.ts";

const STAND_IN = `
let tr46;
function load() {
  if (tr46 !== undefined) return tr46;
  // Not imported: node:fs takes 3 ms to import, whoever never meets such a name included.
  const { existsSync } = process.getBuiltinModule("node:fs");
  const { createRequire } = process.getBuiltinModule("node:module");
  // This code stands in a bundle, or in a chunk of it.
  const beside = new URL("tr46.cjs", import.meta.url);
  tr46 = createRequire(import.meta.url)(existsSync(beside) ? "./tr46.cjs" : "./chunks/tr46.cjs");
  return tr46;
}
export function toASCII(...given) {
  return load().toASCII(...given);
}
export function toUnicode(...given) {
  return load().toUnicode(...given);
}
`;

/** Puts the stand-in where tr46 is imported, and tr46 itself into `outdir`. */
export function lazyTr46(outdir: string): Plugin {
  return {
    name: "lazy-tr46",
    setup(bundle) {
      bundle.onResolve({ filter: /^tr46$/ }, () => ({ path: "tr46", namespace: "lazy-tr46" }));
      bundle.onLoad({ filter: /^/, namespace: "lazy-tr46" }, () => ({ contents: STAND_IN }));
      bundle.onEnd(async () => {
        await build({
          stdin: { contents: 'module.exports = require("tr46");', resolveDir: "." },
          outfile: join(outdir, "chunks", "tr46.cjs"),
          bundle: true,
          preserveSymlinks: true,
          platform: "node",
          format: "cjs",
          target: "node20.18",
          charset: "utf8",
          minifyWhitespace: true,
          plugins: [packedMappingTable],
        });
      });
    },
  };
}

const packedMappingTable: Plugin = {
  name: "packed-mapping-table",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]tr46[\\/]lib[\\/]mappingTable\.json$/ }, async ({ path }) => ({
      contents: packedTable(await readFile(path, "utf8")),
    }));
  },
};
