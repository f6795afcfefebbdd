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
import { noJsonSchemaValidator } from "./no-json-schema-validator.ts";
import { personBehind } from "./person.ts";
import { clientProgress } from "./progress.ts";
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
  server.setRequestHandler("resources/list", () => ({ resources: [planAppResource] }));
  server.setRequestHandler("resources/read", ({ params }) => {
    if (params.uri === PLAN_APP_URI) return readPlanApp(tools);
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such resource; resources/list shows them.");
  });
  return server;
}

function serverOptions(instructions: string): ServerOptions {
  return {
    capabilities: { tools: {}, resources: {} },
    instructions,
    cacheHints: { "tools/list": STATIC, "server/discover": STATIC, "resources/list": STATIC },
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
