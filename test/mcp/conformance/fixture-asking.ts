// The tools and the prompt that ask a client of 2026-07-28: by answering with a question (SEP-2322).
import { randomUUID } from "node:crypto";
import {
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  inputResponse,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { said } from "./fixture-content.ts";
import type { FixtureTool } from "./fixture-tools.ts";

const issued = new Set<string>();

export const askingTools: Readonly<Record<string, FixtureTool>> = {
  test_input_required_result_elicitation: (context) =>
    answered(context, "user_name")
      ? said(`Hello, ${textOf(context, "user_name", "name")}!`)
      : inputRequired({ inputRequests: { user_name: form("What is your name?", "name") } }),
  test_input_required_result_sampling: (context) =>
    hasAnswer(context, "capital_question")
      ? said("The client has sampled.")
      : inputRequired({ inputRequests: { capital_question: sample("What is the capital of France?") } }),
  test_input_required_result_list_roots: (context) =>
    hasAnswer(context, "client_roots")
      ? said("The client has told its roots.")
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } }),
  test_input_required_result_request_state: (context) => {
    if (knownState(context) === undefined) return withState({ confirm: form("Please confirm", "ok") });
    return said("state-ok");
  },
  test_input_required_result_tampered_state: (context) => {
    if (knownState(context) === undefined) return withState({ confirm: form("Please confirm", "ok") });
    return said("The state is ours.");
  },
  test_input_required_result_multiple_inputs: (context) => {
    if (knownState(context) !== undefined) return said("All three have been answered.");
    return withState({
      user_name: form("What is your name?", "name"),
      greeting: sample("Generate a greeting"),
      client_roots: inputRequired.listRoots(),
    });
  },
  test_input_required_result_multi_round: (context) => {
    if (knownState(context) === undefined) return withState({ step1: form("Step 1: What is your name?", "name") });
    if (hasAnswer(context, "step2")) return said("Both steps are done.");
    return withState({ step2: form("Step 2: What is your favorite color?", "color") });
  },
  test_input_required_result_capabilities: ({ mcpReq }) => {
    const declared = new Map(Object.entries(declaredCapabilities(mcpReq.envelope)));
    return inputRequired({
      inputRequests: {
        ...(declared.has("elicitation") ? { user_name: form("What is your name?", "name") } : {}),
        ...(declared.has("sampling") ? { greeting: sample("Generate a greeting") } : {}),
      },
    });
  },
  test_missing_capability: () => inputRequired({ inputRequests: { greeting: sample("Generate a greeting") } }),
  test_streaming_elicitation: async ({ mcpReq }) => {
    const params = { progressToken: mcpReq._meta?.progressToken ?? "none", progress: 1, total: 2 };
    await mcpReq.notify({ method: "notifications/progress", params });
    return inputRequired({ inputRequests: { user_name: form("What is your name?", "name") } });
  },
};

/** `prompts/get` may be answered with a question, too. */
export function askingPrompt(context: ServerContext): InputRequiredResult | undefined {
  if (hasAnswer(context, "user_context")) return undefined;
  return inputRequired({ inputRequests: { user_context: form("What context should the prompt use?", "context") } });
}

function form(message: string, field: string) {
  return inputRequired.elicit({
    message,
    requestedSchema: { type: "object", properties: { [field]: { type: "string" } }, required: [field] },
  });
}

function sample(text: string) {
  return inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text } }], maxTokens: 100 });
}

function withState(inputRequests: Parameters<typeof inputRequired>[0]["inputRequests"]): InputRequiredResult {
  const requestState = randomUUID();
  issued.add(requestState);
  return inputRequired({ ...(inputRequests === undefined ? {} : { inputRequests }), requestState });
}

function knownState({ mcpReq }: ServerContext): string | undefined {
  const state = mcpReq.requestState<unknown>();
  if (state === undefined) return undefined;
  if (typeof state === "string" && issued.has(state)) return state;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, "The requestState is not one of ours.");
}

function hasAnswer({ mcpReq }: ServerContext, key: string): boolean {
  return Object.hasOwn(mcpReq.inputResponses ?? {}, key);
}

function answered({ mcpReq }: ServerContext, key: string): boolean {
  return inputResponse(mcpReq.inputResponses, key).kind === "elicit";
}

function textOf({ mcpReq }: ServerContext, key: string, field: string): string {
  const response = inputResponse(mcpReq.inputResponses, key);
  return response.kind === "elicit" ? String(response.content?.[field]) : "";
}

function declaredCapabilities(envelope: object | undefined): object {
  const declared: unknown = envelope === undefined ? undefined : Reflect.get(envelope, CLIENT_CAPABILITIES_META_KEY);
  return typeof declared === "object" && declared !== null ? declared : {};
}
