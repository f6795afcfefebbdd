// Takes docs/recipes.md apart as a reader does who copies from it: workflows, files, and what the DNS says.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod/mini";
import { parseZoneFile } from "../../src/core/dns/zonefile/parse-zone-file.ts";
import type { DnsRecord } from "../../src/core/dns/record.ts";

const scalar = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));
const step = z.object({
  id: z.optional(z.string()),
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z._default(z.record(z.string(), scalar), {}),
});
const workflow = z.object({
  name: z.string(),
  on: z.unknown(),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.optional(z.string()),
      permissions: z.record(z.string(), z.string()),
      "timeout-minutes": z.number(),
      steps: z.array(step),
    }),
  ),
});
export type PageWorkflow = z.output<typeof workflow>;
export type PageStep = z.output<typeof step>;

/** What the DNS says after one run. */
export interface PageAnswers {
  readonly present: readonly DnsRecord[];
  /** Owner name and type of what has no answer. */
  readonly gone: readonly { readonly name: string; readonly type: string }[];
}

export interface PageRecipe {
  readonly name: string;
  readonly title: string;
  /** As it stands there. */
  readonly text: string;
  readonly workflow: PageWorkflow;
  readonly files: Readonly<Record<string, string>>;
  readonly answers: readonly PageAnswers[];
}

/** The recipes of the page by the name of their workflow file. */
export function readPage(zone: string): ReadonlyMap<string, PageRecipe> {
  const sections = readFileSync("docs/recipes.md", "utf8").split(/^### /m).slice(1);
  const recipes = sections.flatMap((section) => readSection(section, zone) ?? []);
  return new Map(recipes.map((recipe) => [recipe.name, recipe]));
}

function readSection(section: string, zone: string): PageRecipe | undefined {
  const [, name, text] = /```yaml\n# \.github\/workflows\/([a-z0-9-]+)\.yml\n(.*?)\n```/s.exec(section) ?? [];
  if (name === undefined || text === undefined) return undefined;
  const files = [...section.matchAll(/^`([^`\n]+)`:\n\n```dns\n(.*?)```/gms)];
  const said = [...section.matchAll(/the DNS (?:then )?says\n\n```dns\n(.*?)```/gis)];
  return {
    name,
    title: section.slice(0, section.indexOf("\n")),
    text,
    workflow: workflow.parse(parse(text)),
    files: Object.fromEntries(files.map(([, path = "", content = ""]) => [path, content])),
    answers: said.map(([, lines = ""]) => readAnswers(lines, zone)),
  };
}

function readAnswers(lines: string, zone: string): PageAnswers {
  const { records, problems } = parseZoneFile(lines, { zone });
  if (problems.length > 0) throw new Error(`The page says ${JSON.stringify(problems)}.`);
  const gone = [...lines.matchAll(/^; no answer: (\S+) (\S+)$/gm)];
  return { present: records, gone: gone.map(([, name = "", type = ""]) => ({ name: `${name}.${zone}`, type })) };
}
