// The MCP SDK makes some 170 schemas when it is loaded, a third of what a start costs, and keeps them all in a registry
// of types that nobody here asks for. Without the registry, and marked as made for nothing else, the unused ones go.

/** A change to one of the SDK's files; it throws when the file is no longer what it was made for. */
export interface Rewrite {
  readonly file: RegExp;
  readonly rewrite: (source: string) => string;
}

export const unusedSchemas: readonly Rewrite[] = [
  { file: /@modelcontextprotocol[\\/]core[\\/]dist[\\/](?:schemas|auth)-[\w-]+\.mjs$/, rewrite: markPure },
  { file: /@modelcontextprotocol[\\/]server[\\/]dist[\\/]src-[\w-]+\.mjs$/, rewrite: withoutRegistry },
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

function markPure(source: string): string {
  const marked = source.replaceAll(DECLARATION, "const $1 = /* @__PURE__ */ (() => $2)();");
  if (marked === source) throw new Error("The SDK's schemas are not declared as they were.");
  return marked;
}
