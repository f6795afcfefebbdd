// The MCP SDK makes some 170 schemas when it is loaded and hundreds more at its first request, and keeps the first in a
// registry of types that nobody here asks for. Without the registry unused ones go; the others are made when they are used.
import type { Rewrite } from "./rewrite.ts";

export const sdkSchemas: readonly Rewrite[] = [
  {
    file: /@modelcontextprotocol[\\/]core[\\/]dist[\\/](?:schemas|auth)-[\w-]+\.mjs$/,
    rewrite: (source) => deferSchemas(source, DECLARATION),
  },
  {
    file: /@modelcontextprotocol[\\/]server[\\/]dist[\\/]src-[\w-]+\.mjs$/,
    rewrite: (source) => deferSchemas(withoutRegistry(source), INDENTED),
  },
];

const REGISTRY = [
  "for (const key of SPEC_SCHEMA_KEYS) register(key, schemas_exports[key]);\n",
  "for (const [key, schema] of Object.entries(authSchemas)) register(key, schema);\n",
];

function withoutRegistry(source: string): string {
  return REGISTRY.reduce((text, line) => {
    if (!text.includes(line)) throw new Error(`The SDK has no registry to leave out any more: ${line}`);
    return text.replace(line, "");
  }, source);
}

// A declaration begins and ends at the left margin: `const X = …;` on a line, or down to a line such as `});`.
const DECLARATION = /^const (\w*Schema\w*) = ((?:z\.|[A-Z]).*?);$(?=\n(?:[^\s})\]]|\n))/gms;

// The same one step in: each protocol era's own schemas are made in a function, at the first request.
const INDENTED = /^\tconst (\w*Schema\w*(?:\$\d+)?) = ((?:z\.|[A-Z]).*?);$(?=\n(?:\t[^\s})\]]|\}|\n))/gms;

// Zod asks a schema for its parts when it first parses with it, so one that stands for another until then is as good.
const DEFERRED = `
function deferred(make) {
  let made;
  const schema = () => (made ??= make());
  return new Proxy({}, {
    get: (_, key) => schema()[key],
    set: (_, key, value) => Reflect.set(schema(), key, value),
    has: (_, key) => key in schema(),
    getPrototypeOf: () => Object.getPrototypeOf(schema()),
  });
}
`;

function deferSchemas(source: string, declaration: RegExp): string {
  const rewritten = source.replaceAll(declaration, "const $1 = /* @__PURE__ */ deferred(() => $2);");
  if (rewritten === source) throw new Error("The SDK's schemas are not declared as they were.");
  return rewritten + DEFERRED;
}
