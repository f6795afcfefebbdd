// docs/recipes.md: whole workflows, what name servers answer after each, and the table of presets behind them.
import { stringify } from "yaml";
import type { Preset, PresetKey } from "../../src/core/presets/preset.ts";
import { CHECKOUT, CHECKOUT_RELEASE, type Recipe, type RecipeRun } from "./recipes/recipe.ts";
import type { RecipeFamily } from "./recipes/index.ts";
import { markdownTable } from "./regions.ts";

export function recipesPage(families: readonly RecipeFamily[], presets: readonly Preset[]): string {
  return `${[
    "# Recipes",
    "Made by `npm run generate`; every workflow below is taken from this page and run against the sandbox in the tests, and what it says of the DNS is asked of a name server.",
    "Put one into `.github/workflows/`, write your own zone and values, and keep the token as the secret `VPS_API_TOKEN`. Each can run again and again: what is there already is left alone. `wait: authoritative` ends the step once every name server of the zone answers the change.",
    "npm, PyPI, crates.io and Docker Hub ask for no DNS record: they trust the workflow itself (OIDC), so there is no recipe for them.",
    ...families.flatMap(({ title, recipes }) => [`## ${title}`, ...recipes.map(recipeText)]),
    "## Presets",
    "What `preset` takes, in workflows, in `vps-dns call apply_preset` and in the tool `apply_preset`. Codes may be given bare, or as the portal shows them.",
    ...presets.map(presetText),
  ].join("\n\n")}\n`;
}

function recipeText({ name, title, about, note, workflow, runs, files = {} }: Recipe): string {
  return [
    `### ${title}`,
    about,
    ...(note === undefined ? [] : [note]),
    fenced("yaml", workflowText({ name, workflow })),
    ...Object.entries(files).map(([path, text]) => `\`${path}\`:\n\n${fenced("dns", text)}`),
    ...runs.map(answersText),
  ].join("\n\n");
}

function workflowText({ name, workflow }: Pick<Recipe, "name" | "workflow">): string {
  const yaml = stringify(workflow, { lineWidth: 0, nullStr: "" }).replaceAll(/ +$/gm, "");
  return `# .github/workflows/${name}.yml\n${yaml.replaceAll(CHECKOUT, `${CHECKOUT} # ${CHECKOUT_RELEASE}`)}`;
}

function answersText({ when, answers, gone = [] }: RecipeRun): string {
  const head = when === undefined ? "The DNS then says" : `When ${when}, the DNS says`;
  const none = gone.map((question) => `; no answer: ${question}`);
  return `${head}\n\n${fenced("dns", [...answers, ...none].join("\n"))}`;
}

function fenced(language: string, text: string): string {
  return [`\`\`\`${language}`, text.trimEnd(), "```"].join("\n");
}

const MANNERS = {
  joins: "joins the records that are there",
  replaces: "replaces earlier ones of its kind",
  merges: "becomes part of the record that is there",
} as const;

function presetText(preset: Preset): string {
  const { name, title, about, record, manner, ttl, stays, cleanup, keys } = preset;
  const facts = [
    `${record}; ${MANNERS[manner]}`,
    ...(ttl === undefined ? [] : [`TTL ${ttl}`]),
    ...(cleanup ? ["taken away after the job unless `cleanup: false`"] : []),
  ];
  return [
    `### \`${name}\``,
    `**${title}.** ${about}`,
    `${facts.join("; ")}. ${stays}`,
    markdownTable(["key", "", "what it is", "such as"], Object.entries(keys).map(keyRow)),
  ].join("\n\n");
}

function keyRow([key, row]: readonly [string, PresetKey]): string[] {
  const need = row.optional === true ? "may be left out" : "required";
  return [`\`${key}\``, need, row.description, `\`${row.example}\``];
}
