// The MCP server of one connection (stdio) or one request (HTTP): which requests it answers, and with what.
// It holds no state of its own; everything it needs is handed in, once a process.
import {
  type CallToolRequestParams,
  type CallToolResult,
  type ClientCapabilities,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
  type ServerOptions,
  type Tool,
} from "@modelcontextprotocol/server";
import { PLAN_APP_URI, planAppResource, readPlanApp } from "./app/plan-app.ts";
import { callTool, type ToolCallDeps } from "./call-tool.ts";
import { complete } from "./completions.ts";
import { noJsonSchemaValidator } from "./no-json-schema-validator.ts";
import { personBehind } from "./person.ts";
import { clientProgress } from "./progress.ts";
import { getPrompt } from "./prompts/get-prompt.ts";
import { listedPrompts } from "./prompts/prompt-list.ts";
import { readResource } from "./resources/read-resource.ts";
import { listedResources, listedTemplates } from "./resources/resource-list.ts";
import type { RunningCalls } from "./running-calls.ts";
import type { UnheardQuestions } from "./unheard-questions.ts";

export interface McpServerDeps extends ToolCallDeps {
  /** The tools that exist, in the order they are listed. */
  readonly tools: readonly Tool[];
  readonly instructions: string;
  readonly version: string;
  readonly calls: RunningCalls;
  readonly unheard: UnheardQuestions;
  /** How long a 2025-era client has to answer a question. */
  readonly answerWithinMs: number;
}

const HOUR_MS = 3_600_000;

// The list depends on the program and its flags alone, never on the account.
const STATIC = { ttlMs: HOUR_MS, cacheScope: "public" } as const;

/**
 * The one factory behind every transport and both protocol eras. `declared` is what a 2025-era client said of itself when
 * it connected, where that was in another request.
 */
export function createMcpServer(deps: McpServerDeps, declared?: ClientCapabilities): Server {
  const { tools, version, instructions } = deps;
  // Over 2026-07-28 the identity travels with every answer: name, title and version, and no more.
  const server = new Server({ name: "vps-dns", title: "VPS.org DNS", version }, serverOptions(instructions));
  server.setRequestHandler("tools/list", () => ({ tools: [...tools] }));
  server.setRequestHandler("tools/call", ({ params }, context) => {
    if (!tools.some(({ name }) => name === params.name)) throw unknownTool(params.name);
    return deps.calls.run(context.mcpReq.signal, (signal) => {
      const capabilities = clientCapabilities(server) ?? declared;
      return answerCall(params, context, { ...deps, signal, capabilities });
    });
  });
  answerReading(server, deps);
  return server;
}

/** Resources, prompts and what completes their arguments: all for the person at the host, none for the model alone. */
function answerReading(server: Server, deps: McpServerDeps): void {
  const { tools } = deps;
  server.setRequestHandler("resources/list", () => ({ resources: [...listedResources(tools), planAppResource] }));
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: listedTemplates(tools) }));
  server.setRequestHandler("resources/read", ({ params: { uri } }, { mcpReq: { signal } }) =>
    uri === PLAN_APP_URI ? readPlanApp(tools) : readResource({ uri, signal, tools }, deps),
  );
  server.setRequestHandler("prompts/list", () => ({ prompts: listedPrompts(tools) }));
  server.setRequestHandler("prompts/get", ({ params }) => getPrompt(params.name, params.arguments ?? {}, tools));
  server.setRequestHandler("completion/complete", ({ params }, { mcpReq: { signal } }) =>
    complete(params, signal, deps),
  );
}

function serverOptions(instructions: string): ServerOptions {
  return {
    capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
    instructions,
    cacheHints: {
      "tools/list": STATIC,
      "server/discover": STATIC,
      "resources/list": STATIC,
      "resources/templates/list": STATIC,
      "prompts/list": STATIC,
    },
    jsonSchemaValidator: noJsonSchemaValidator,
  };
}

async function answerCall(
  { name, arguments: input = {} }: CallToolRequestParams,
  context: ServerContext,
  deps: McpServerDeps & { readonly signal: AbortSignal; readonly capabilities: ClientCapabilities | undefined },
): Promise<CallToolResult | InputRequiredResult> {
  const { progress, sent } = clientProgress(context, deps.log);
  const person = personBehind(context, { ...deps, tool: name });
  const result = await callTool({ name, input, signal: deps.signal, progress, person }, deps);
  await sent();
  return result;
}

// Deprecated because only the 2025 era has it, and that is what it is asked for.
function clientCapabilities(server: Server): ClientCapabilities | undefined {
  return server.getClientCapabilities();
}

function unknownTool(name: string): ProtocolError {
  const shown = /^[\w.-]{1,64}$/.test(name) ? `"${name}"` : "of that name";
  return new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `There is no tool ${shown} on this server; tools/list shows those that exist.`,
  );
}
