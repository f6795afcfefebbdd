// Runs a TypeScript script of this folder on any supported Node: `node scripts/run.mjs build [arguments]`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const name = process.argv[2] ?? "";
const outdir = join(root, "node_modules", ".cache", "scripts");
mkdirSync(outdir, { recursive: true });
const outfile = join(outdir, `${name}-${process.pid}.mjs`);
await build({
  entryPoints: [join(root, "scripts", `${name}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.18",
  packages: "external",
  logLevel: "error",
});
process.chdir(root);
process.argv.splice(2, 1);
await import(pathToFileURL(outfile).href);
