// The README's tables of the Action's inputs and outputs.
import { ACTION_INPUTS } from "../../src/action/inputs.ts";
import { ACTION_OUTPUTS } from "../../src/action/outputs.ts";
import { markdownTable } from "./regions.ts";

export function actionTables(): string {
  const inputs = ACTION_INPUTS.map(({ name, description, default: fallback }) => [
    `\`${name}\``,
    fallback === undefined || fallback === "" ? "" : `\`${fallback}\``,
    description,
  ]);
  const outputs = ACTION_OUTPUTS.map(({ name, description }) => [`\`${name}\``, description]);
  return [markdownTable(["input", "default", "meaning"], inputs), markdownTable(["output", "meaning"], outputs)].join(
    "\n\n",
  );
}
