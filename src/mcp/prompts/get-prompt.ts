// prompts/get: the task of a prompt with its arguments in place.
import { type GetPromptResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { problemLine, toProblem } from "../../core/errors.ts";
import type { Preset } from "../../core/presets/preset.ts";
import { lines } from "../../core/text/lines.ts";
import { quotedText } from "../../core/text/plain-text.ts";
import type { TaskPrompt } from "./prompt.ts";
import { findPrompt, listedPrompts } from "./prompt-list.ts";

type Arguments = Readonly<Record<string, string>>;

/** Enough for what a person types; a zone file goes into the conversation by itself. */
const ARGUMENT_MAX_LENGTH = 1_000;

/**
 * The one message of a prompt.
 * @throws ProtocolError invalid params for a prompt that is not there, an argument that is missing, unknown or no name
 */
export async function getPrompt(
  name: string,
  given: Arguments,
  tools: readonly { readonly name: string }[],
): Promise<GetPromptResult> {
  const prompt = listedPrompts(tools).some((listed) => listed.name === name) ? findPrompt(name) : undefined;
  if (prompt === undefined) throw refused("There is no such prompt; prompts/list shows those there are.");
  refuseArguments(prompt, given);
  const steps = prompt.steps({
    zone: await zoneName(given["zone"] ?? ""),
    given: (argument) => inQuotes(given[argument]),
    has: (tool) => tools.some((listed) => listed.name === tool),
    preset: await presetNamed(given["service"]),
  });
  return {
    description: prompt.description,
    messages: [{ role: "user", content: { type: "text", text: lines(...steps) } }],
  };
}

function refuseArguments(prompt: TaskPrompt, given: Arguments): void {
  const known = prompt.arguments.map(({ name }) => name);
  if (Object.keys(given).some((name) => !known.includes(name))) {
    throw refused(`${prompt.name} takes ${known.join(", ")}, and nothing else.`);
  }
  const missing = prompt.arguments.find(({ name, required }) => required === true && blank(given[name]));
  if (missing !== undefined) throw refused(`${prompt.name} needs ${missing.name}: ${missing.description}.`);
}

async function zoneName(text: string): Promise<string> {
  const { parseZoneName } = await import("../../core/dns/name.ts");
  try {
    return parseZoneName(text);
  } catch (error) {
    throw refused(problemLine(toProblem(error)));
  }
}

async function presetNamed(service: string | undefined): Promise<Preset | undefined> {
  if (service === undefined) return undefined;
  const { findPreset } = await import("../../core/presets/index.ts");
  return findPreset(service);
}

function inQuotes(text: string | undefined): string | undefined {
  return blank(text) || text === undefined ? undefined : quotedText(text.trim(), ARGUMENT_MAX_LENGTH);
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}

function refused(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
