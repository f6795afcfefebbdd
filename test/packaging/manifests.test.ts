// What registries are told: the same name, version and settings everywhere.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { REGISTRY_NAME } from "../../scripts/generate/package-manifests.ts";
import { SESSION_FLAGS, TOOL_FLAGS } from "../../src/main/flags.ts";

const manifest = z
  .looseObject({ name: z.string(), version: z.string(), mcpName: z.optional(z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

// The parts of the registry's schema (2025-12-11) that are used, with its bounds.
const argument = z.strictObject({ type: z.literal("positional"), value: z.string() });
const variable = z.strictObject({
  name: z.string(),
  description: z.string().check(z.minLength(1)),
  format: z.enum(["string", "number", "boolean", "filepath"]),
  isSecret: z.optional(z.boolean()),
});
const serverJson = z.strictObject({
  $schema: z.literal("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"),
  name: z.string().check(z.minLength(3), z.maxLength(200), z.regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/)),
  title: z.string().check(z.minLength(1), z.maxLength(100)),
  description: z.string().check(z.minLength(1), z.maxLength(100)),
  version: z.string().check(z.maxLength(255)),
  repository: z.strictObject({ url: z.url(), source: z.literal("github") }),
  packages: z.array(
    z.strictObject({
      registryType: z.enum(["npm", "oci"]),
      identifier: z.string(),
      version: z.optional(z.string()),
      runtimeHint: z.string(),
      transport: z.strictObject({ type: z.literal("stdio") }),
      packageArguments: z.array(argument),
      environmentVariables: z.array(variable),
    }),
  ),
});

describe("server.json", () => {
  const server = serverJson.parse(JSON.parse(readFileSync("server.json", "utf8")));

  it("is of this version, by the name the package vouches for", () => {
    expect(server).toMatchObject({ name: REGISTRY_NAME, version: manifest.version });
    expect(server.packages.map(({ identifier }) => identifier)).toEqual([
      manifest.name,
      `ghcr.io/OWNER/${manifest.name}:${manifest.version}`,
    ]);
    // The registry reads `mcpName` from the published package.
    expect(manifest.mcpName ?? REGISTRY_NAME).toBe(server.name);
  });

  it("asks for every setting, and knows which one is secret", () => {
    const known = [...SESSION_FLAGS, ...TOOL_FLAGS].map(({ env }) => env);
    for (const { environmentVariables } of server.packages) {
      expect(environmentVariables.map(({ name }) => name)).toEqual(known);
      expect(environmentVariables.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual([
        "VPS_API_TOKEN",
      ]);
    }
  });
});
