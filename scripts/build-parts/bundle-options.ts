// What every bundle has in common.
import type { BuildOptions } from "esbuild";
import manifest from "../../package.json" with { type: "json" };

export const BUNDLE_OPTIONS: BuildOptions = {
  bundle: true,
  // The same bytes where node_modules is a link to another folder.
  preserveSymlinks: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  platform: "node",
  format: "esm",
  target: "node20.18",
  charset: "utf8",
  legalComments: "none",
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
