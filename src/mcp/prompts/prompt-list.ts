// The prompts: the table, and what clients list of it.
import type { Prompt } from "@modelcontextprotocol/server";
import { TASK_ICON } from "../icons.ts";
import { auditZone } from "./audit-zone.ts";
import { importZone } from "./import-zone.ts";
import { moveWebsite } from "./move-website.ts";
import type { PromptArgument, TaskPrompt } from "./prompt.ts";
import { setUpEmail } from "./set-up-email.ts";
import { verifyDomain } from "./verify-domain.ts";

const PROMPTS: readonly TaskPrompt[] = [verifyDomain, setUpEmail, importZone, moveWebsite, auditZone];

interface Named {
  readonly name: string;
}

/** The prompts whose tools are all there, as clients list them. */
export function listedPrompts(tools: readonly Named[]): Prompt[] {
  return PROMPTS.filter(({ needs }) => needs.every((tool) => tools.some(({ name }) => name === tool))).map(
    ({ name, title, description, arguments: given }) => ({
      name,
      title,
      description,
      arguments: given.map(({ name: of, description: meaning, required = false }) => ({
        name: of,
        description: meaning,
        required,
      })),
      icons: [...TASK_ICON],
    }),
  );
}

/** The prompt of a name. */
export function findPrompt(name: string): TaskPrompt | undefined {
  return PROMPTS.find((prompt) => prompt.name === name);
}

/** An argument of a prompt. */
export function promptArgument(prompt: string, argument: string): PromptArgument | undefined {
  return findPrompt(prompt)?.arguments.find(({ name }) => name === argument);
}
