// docs/install.md and the README: every snippet is parsed, and the command it names is run.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { type InstalledPackage, installPackage } from "./support/installed.ts";
import { startAndAsk } from "./support/started.ts";

interface Snippet {
  /** Page and nearest heading. */
  readonly place: string;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const server = z.strictObject({
  type: z.optional(z.literal("stdio")),
  command: z.string(),
  args: z.array(z.string()),
  env: z.optional(z.record(z.string(), z.string())),
  env_vars: z.optional(z.array(z.string())),
});
const input = z.strictObject({
  type: z.literal("promptString"),
  id: z.string(),
  description: z.string(),
  password: z.literal(true),
});
const config = z.union([
  z.pipe(
    z.strictObject({ mcpServers: z.strictObject({ vps: server }) }),
    z.transform(({ mcpServers }) => mcpServers.vps),
  ),
  z.pipe(
    z.strictObject({ inputs: z.optional(z.array(input)), servers: z.strictObject({ vps: server }) }),
    z.transform(({ servers }) => servers.vps),
  ),
  z.pipe(
    z.strictObject({ mcp_servers: z.strictObject({ vps: server }) }),
    z.transform(({ mcp_servers }) => mcp_servers.vps),
  ),
]);

const snippets = ["docs/install.md", "README.md"].flatMap(snippetsOf);
const started = snippets.filter(({ words }) => words[0] !== "docker");

describe("the snippets", () => {
  let installed: InstalledPackage;
  beforeAll(async () => {
    installed = await installPackage();
  });
  afterAll(() => installed[Symbol.asyncDispose]());

  it("are there for five hosts, for Windows, for npm and for a copy of the repository", () => {
    const places = snippets.map(({ place }) => place);
    for (const host of ["Claude Code", "Claude Desktop", "Cursor", "VS Code", "Codex"]) {
      expect(places).toContain(`docs/install.md: ${host}`);
    }
    const firstWords = snippets.map(({ words }) => words[0]);
    expect(new Set(firstWords)).toEqual(new Set(["npx", "node", "cmd", "docker"]));
  });

  it.each(started.map((snippet) => [`${snippet.place}: ${snippet.words.join(" ")}`, snippet] as const))(
    "%s starts a server",
    async (_, { words, env }) => {
      const [command = "", ...args] = hereInsteadOf(words, installed);
      const { tools, zones } = await startAndAsk({ command, args, env, cwd: installed.folder });
      expect(tools).toHaveLength(toolRows.length);
      // With an account, and here without its token, the call says what to set.
      expect(zones).toContain(words.includes("--sandbox") ? "example.com" : "token");
    },
  );
});

/** The command on this machine: npx without a download, Windows' shell left out, PATH where the package is. */
function hereInsteadOf(words: readonly string[], { root }: InstalledPackage): readonly string[] {
  const plain = words[0] === "cmd" ? words.slice(2) : words;
  const here = plain.map((word) => word.replace(/^PATH\//, `${root}/`));
  return here[0] === "npx" ? ["npx", "--no-install", ...here.filter((word) => word !== "-y").slice(1)] : here;
}

function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/^```(sh|json|toml)\n(.*?)^```$/gms)].flatMap(([, language, body = ""], index) => {
    const at = nthFence(text, index);
    const heading = [...text.slice(0, at).matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? "";
    return snippet(language ?? "", body).map((found) => ({ place: `${page}: ${heading}`, ...found }));
  });
}

function nthFence(text: string, index: number): number {
  return [...text.matchAll(/^```(?:sh|json|toml)$/gm)][index]?.index ?? 0;
}

function snippet(language: string, body: string): Omit<Snippet, "place">[] {
  if (language === "sh") {
    const added = [...body.matchAll(/^claude mcp add \w+ -- (.+)$/gm)];
    return added.map(([, command = ""]) => ({ words: command.split(" "), env: {} }));
  }
  const given: unknown = language === "toml" ? parseToml(body) : JSON.parse(body);
  // The README shows other JSON as well.
  if (!/mcpServers|"servers"|mcp_servers/.test(body)) return [];
  const { command, args, env = {} } = config.parse(given);
  // A host puts in what it asked the person for; nobody is asked here.
  const known = Object.entries(env).filter(([, value]) => !value.startsWith("${"));
  return [{ words: [command, ...args], env: Object.fromEntries(known) }];
}

/** The part of TOML that the snippets use: tables, and values that JSON has too. */
function parseToml(body: string): unknown {
  const tables: Record<string, Record<string, unknown>> = {};
  let table = "";
  for (const line of body.split("\n").filter((text) => text !== "")) {
    const header = /^\[mcp_servers\.(\w+)\]$/.exec(line)?.[1];
    if (header !== undefined) {
      table = header;
      continue;
    }
    const [, key, value] = /^(\w+) = (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw new Error(`Not understood: ${line}`);
    tables[table] = { ...tables[table], [key]: JSON.parse(value) };
  }
  return { mcp_servers: tables };
}
