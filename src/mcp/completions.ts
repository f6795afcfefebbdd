// completion/complete: zone and domain names of the account, changes of the journal, and fixed lists, for the variables
// of templates and the arguments of prompts. What cannot be found completes to nothing: a person is only typing.
import type { CompleteRequestParams, CompleteResult } from "@modelcontextprotocol/server";
import type { Context } from "../core/context.ts";
import { problemLine, toProblem } from "../core/errors.ts";
import type { ToolCallDeps } from "./call-tool.ts";
import type { CompletedNames } from "./completed-names.ts";
import { listedPrompts, promptArgument } from "./prompts/prompt-list.ts";
import { CHANGE_TEMPLATE, listedTemplates, ZONE_TEMPLATE } from "./resources/resource-list.ts";

/** As many as the protocol lets one answer have. */
const VALUES_MAX = 100;

export interface CompletionDeps extends ToolCallDeps {
  readonly tools: readonly { readonly name: string }[];
}

/** What fits what was typed; names that begin so come before those that only contain it. */
export async function complete(
  { ref, argument }: CompleteRequestParams,
  signal: AbortSignal,
  deps: CompletionDeps,
): Promise<CompleteResult> {
  const source =
    ref.type === "ref/prompt" ? promptSource(ref.name, argument.name, deps) : templateSource(ref.uri, deps);
  const words = source === undefined ? [] : await wordsOf(source, signal, deps);
  const typed = argument.value.trim().toLowerCase();
  const begin = words.filter((word) => word.startsWith(typed));
  const contain = words.filter((word) => !word.startsWith(typed) && word.includes(typed));
  const fitting = [...begin, ...contain];
  return {
    completion: {
      values: fitting.slice(0, VALUES_MAX),
      total: fitting.length,
      hasMore: fitting.length > VALUES_MAX,
    },
  };
}

function promptSource(prompt: string, argument: string, { tools }: CompletionDeps): CompletedNames | undefined {
  const isThere = listedPrompts(tools).some(({ name }) => name === prompt);
  return isThere ? promptArgument(prompt, argument)?.completes : undefined;
}

function templateSource(uri: string, { tools }: CompletionDeps): CompletedNames | undefined {
  if (!listedTemplates(tools).some(({ uriTemplate }) => uriTemplate === uri)) return undefined;
  const sources: Readonly<Record<string, CompletedNames>> = { [ZONE_TEMPLATE]: "zones", [CHANGE_TEMPLATE]: "changes" };
  return sources[uri];
}

async function wordsOf(source: CompletedNames, signal: AbortSignal, deps: CompletionDeps): Promise<readonly string[]> {
  if (typeof source !== "string") return source;
  if (source === "services") return (await import("./service-names.ts")).serviceNames;
  try {
    const { session } = await deps.open();
    return await accountWords(source, session.context({ signal }));
  } catch (error) {
    deps.log("info", "nothing could be completed", { reason: problemLine(toProblem(error)) });
    return [];
  }
}

async function accountWords(source: string, context: Context): Promise<readonly string[]> {
  const names = await import("./account-names.ts");
  if (source === "zones") return names.zoneNames(context);
  if (source === "changes") return names.changeIds(context);
  const [zones, domains] = await Promise.all([names.zoneNames(context), names.domainNames(context)]);
  return [...new Set([...zones, ...domains])].sort();
}
