// What registries and hosts read of the package: server.json of the MCP registry, and the manifest of the .mcpb bundle.
// Tools and settings come from the tables, the version from package.json.
import manifest from "../../package.json" with { type: "json" };
import type { Operation } from "../../src/core/operation.ts";
import { type Flag, SESSION_FLAGS, TOOL_FLAGS } from "../../src/main/flags.ts";

/** In the registry's words: who vouches for the server, and its name there. OWNER is whoever publishes it. */
export const REGISTRY_NAME = "io.github.OWNER/vps-dns";

const { name, version, license, keywords, engines } = manifest;
const TITLE = "VPS.org DNS";
// The registry takes at most 100 characters.
const DESCRIPTION = "DNS zones, records and domains at VPS.org: plan, apply, prove and undo changes; sandbox included";

/** server.json, as https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json has it. */
export function serverJson(): unknown {
  const packageArguments = [{ type: "positional", value: "mcp" }];
  const environmentVariables = [...SESSION_FLAGS, ...TOOL_FLAGS].map(environmentVariable);
  const transport = { type: "stdio" };
  return {
    $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    name: REGISTRY_NAME,
    title: TITLE,
    description: DESCRIPTION,
    version,
    repository: { url: "https://github.com/OWNER/vps-dns", source: "github" },
    packages: [
      {
        registryType: "npm",
        identifier: name,
        version,
        runtimeHint: "npx",
        transport,
        packageArguments,
        environmentVariables,
      },
      {
        registryType: "oci",
        identifier: `ghcr.io/OWNER/${name}:${version}`,
        runtimeHint: "docker",
        transport,
        packageArguments,
        environmentVariables,
      },
    ],
  };
}

const FORMATS: Readonly<Record<Flag["kind"], string>> = {
  switch: "boolean",
  integer: "number",
  text: "string",
  list: "string",
  optional: "string",
};

function environmentVariable({ env, kind, operand, meaning }: Flag) {
  return {
    name: env,
    description: sentence(meaning),
    format: operand === "PATH" ? "filepath" : FORMATS[kind],
    ...(env === "VPS_API_TOKEN" ? { isSecret: true } : {}),
  };
}

function sentence(meaning: string): string {
  const text = meaning.replaceAll("`", "");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The manifest of the .mcpb bundle, MCPB 0.3. */
export function mcpbManifest(operations: readonly Operation[]): unknown {
  const env = new Map(ASKED.map(({ key, env: variable }) => [variable, `\${user_config.${key}}`]));
  return {
    manifest_version: "0.3",
    name,
    display_name: TITLE,
    version,
    description: DESCRIPTION,
    author: { name: "The vps-dns authors" },
    license,
    keywords,
    server: {
      type: "node",
      entry_point: "dist/vps-dns.js",
      mcp_config: {
        command: "node",
        args: ["${__dirname}/dist/vps-dns.js", "mcp"],
        env: Object.fromEntries(env),
      },
    },
    tools: operations.map(({ name: tool, summary }) => ({ name: tool, description: summary })),
    prompts_generated: true,
    compatibility: { platforms: ["darwin", "win32", "linux"], runtimes: { node: engines.node } },
    user_config: Object.fromEntries(ASKED.map(({ key, field }) => [key, field])),
  };
}

interface Asked {
  readonly key: string;
  readonly env: string;
  readonly field: Readonly<Record<string, unknown>>;
}

// What a person is asked when the bundle is installed; each has a default, for a setting left out would stay a placeholder.
const ASKED: readonly Asked[] = [
  {
    key: "api_token",
    env: "VPS_API_TOKEN",
    field: {
      type: "string",
      title: "API token",
      description: "Your VPS.org API token (vps_…). Not needed with the sandbox.",
      sensitive: true,
      required: false,
      default: "",
    },
  },
  asked("sandbox", "VPS_SANDBOX", {
    title: "Sandbox",
    description: "Work on an embedded emulation of the API instead of your account.",
  }),
  asked("read_only", "VPS_READ_ONLY", { title: "Read only", description: "Only tools that change nothing." }),
  asked("allow_purchases", "VPS_ALLOW_PURCHASES", {
    title: "Allow purchases",
    description: "Let domains be registered and transferred, each after a question.",
  }),
  {
    key: "zones",
    env: "VPS_ZONES",
    field: {
      type: "string",
      title: "Zones",
      description: "The only zones that may be used, with commas between them; empty for all.",
      required: false,
      default: "",
    },
  },
];

/** A switch, off unless it is switched on. */
function asked(key: string, env: string, words: { readonly title: string; readonly description: string }): Asked {
  return { key, env, field: { type: "boolean", ...words, required: false, default: false } };
}
