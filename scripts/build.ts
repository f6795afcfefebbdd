// Builds dist/: the command-line program with its lazily loaded chunks, and the Action's two bundles.
// The same input gives the same bytes on every machine; test/laws/dist.test.ts rebuilds and compares.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import manifest from "../package.json" with { type: "json" };

// CommonJS dependencies inside an ESM bundle call require() for Node's own modules.
const requireBanner =
  'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);';

const shared: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.18",
  charset: "utf8",
  legalComments: "none",
  banner: { js: requireBanner },
  define: { __VPS_DNS_VERSION__: JSON.stringify(manifest.version) },
  // Of @actions/core only commands, inputs and the summary are used; its OIDC client would bring a second undici.
  alias: {
    "@actions/http-client/lib/auth": "./src/action/no-oidc-client.ts",
    "@actions/http-client": "./src/action/no-oidc-client.ts",
    // The SDK's JSON Schema validator (ajv) checks what our own schemas have checked already.
    "@modelcontextprotocol/server/_shims": "./src/mcp/no-json-schema-validator.ts",
  },
  logLevel: "warning",
};

/** Builds everything into `outdir` (a fresh folder). */
export async function buildAll(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: { "vps-dns": "src/main.ts" },
    outdir,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    minifyWhitespace: true,
    minifySyntax: true,
  });
  await build({
    ...shared,
    entryPoints: { main: "src/action/main.ts" },
    outdir: join(outdir, "action"),
    outExtension: { ".js": ".mjs" },
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  await build({
    ...shared,
    entryPoints: { post: "src/action/post.ts" },
    outdir: join(outdir, "action"),
    outExtension: { ".js": ".mjs" },
    splitting: true,
    chunkNames: "chunks/post-[name]-[hash]",
  });
}

await buildAll(process.argv[2] ?? "dist");
