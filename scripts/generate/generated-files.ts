// Which files are derived from the tables, and their whole content. Paths are relative to the repository's root.
import { readFileSync } from "node:fs";
import { actionYaml } from "../../src/action/action-yaml.ts";
import { lintFamilies } from "../../src/core/dns/lint/rules.ts";
import { operations } from "../../src/core/operations/index.ts";
import { presets } from "../../src/core/presets/index.ts";
import { describeTools } from "../../src/mcp/describe-tool.ts";
import { actionTables } from "./action-tables.ts";
import { flagTables, sandboxFlagTable } from "./flag-tables.ts";
import { lintPage } from "./lint-page.ts";
import { operationPages } from "./operation-pages.ts";
import { operationTable } from "./operation-table.ts";
import { mcpbManifest, serverJson } from "./package-manifests.ts";
import { planPage } from "./plan-page.ts";
import { recipeFamilies } from "./recipes/index.ts";
import { recipesPage } from "./recipes-page.ts";
import { withRegions } from "./regions.ts";

export function generatedFiles(): ReadonlyMap<string, string> {
  const tools = describeTools(operations);
  return new Map<string, string>([
    ["action.yml", actionYaml()],
    ["src/mcp/tool-list.json", json(tools)],
    ...tools.map((tool): [string, string] => [`test/mcp/tools/${tool.name}.json`, json(tool)]),
    ["server.json", json(serverJson())],
    ["packaging/mcpb/manifest.json", withShortLists(json(mcpbManifest(operations)))],
    ["src/mcp/app/plan-page.json", json({ html: planPage() })],
    ["docs/operations.md", operationPages(operations)],
    ["docs/lint.md", lintPage(lintFamilies)],
    ["docs/recipes.md", recipesPage(recipeFamilies, presets)],
    ["docs/sandbox.md", withRegions(readFileSync("docs/sandbox.md", "utf8"), { "sandbox-flags": sandboxFlagTable() })],
    [
      "README.md",
      withRegions(readFileSync("README.md", "utf8"), {
        operations: operationTable(operations),
        flags: flagTables(),
        action: actionTables(),
      }),
    ],
  ]);
}

/** Lists of words on one line, as the formatter has them. */
function withShortLists(text: string): string {
  const word = '"(?:[^"\\\\]|\\\\.)*"';
  const list = new RegExp(`\\[\\n\\s+(${word}(?:,\\n\\s+${word})*)\\n\\s+\\]`, "g");
  return text.replace(list, (_, items: string) => `[${items.replaceAll(/,\n\s+/g, ", ")}]`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
