// action.yml as text, made from the tables of inputs and outputs.
import { ACTION_INPUTS, type ActionInput } from "./inputs.ts";
import { ACTION_OUTPUTS } from "./outputs.ts";

const HEAD = `# Made by \`npm run generate\` from src/action/inputs.ts and outputs.ts.
name: VPS.org DNS
description: Put DNS records in place at VPS.org, take them away after the job, and run any DNS or domain operation
author: vps-dns
branding:
  icon: globe
  color: blue
`;

const RUNS = `runs:
  using: node24
  main: dist/action/main.mjs
  post: dist/action/post.mjs
`;

/** The whole file. */
export function actionYaml(): string {
  return [
    HEAD,
    "# GENERATED: inputs and outputs\n",
    "inputs:\n",
    ...ACTION_INPUTS.map(inputYaml),
    "outputs:\n",
    ...ACTION_OUTPUTS.map(({ name, description }) => `  ${name}:\n    description: ${quoted(description)}\n`),
    "# END GENERATED\n",
    RUNS,
  ].join("");
}

function inputYaml({ name, description, default: fallback }: ActionInput): string {
  return [
    `  ${name}:\n`,
    `    description: ${quoted(description)}\n`,
    "    required: false\n",
    fallback === undefined ? "" : `    default: ${quoted(fallback)}\n`,
  ].join("");
}

// A JSON string is a YAML double-quoted scalar.
function quoted(text: string): string {
  return JSON.stringify(text);
}
