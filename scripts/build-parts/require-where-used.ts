// CommonJS dependencies inside an ESM bundle call require() for Node's own modules; files without them do without it.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Plugin } from "esbuild";

const REQUIRE = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
`;

/** Puts `require` into the files that use it, and writes all of them. */
export const requireWhereUsed: Plugin = {
  name: "require-where-used",
  setup(bundle) {
    bundle.initialOptions.write = false;
    bundle.initialOptions.banner = { js: REQUIRE.trimEnd() };
    bundle.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        const code = text.replace(REQUIRE, "");
        const mode = text.startsWith("#!") ? 0o755 : 0o644;
        await writeFile(path, /\brequire\b/.test(code) ? text : code, { mode });
      }
    });
  },
};
