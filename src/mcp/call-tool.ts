// One tool call: the operation is found, run, and its outcome put into words. What is thrown becomes a result that the
// assistant reads; protocol errors are for calls that are no calls of a tool.
import type { CallToolResult, InputRequiredResult } from "@modelcontextprotocol/server";
import { type Ladder, OpenQuestion } from "../core/confirmation-ladder.ts";
import { NetworkError, problemLine, toProblem, VpsError } from "../core/errors.ts";
import type { Log, Progress } from "../core/ports.ts";
import type { Session } from "../core/session.ts";
import { type Person, questionResult } from "./person.ts";

export interface ToolCall {
  /** The name of a tool that exists. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly person: Person;
}

/** What is opened once for all calls. */
export interface Opened {
  readonly session: Session;
  readonly ladder: Ladder;
}

export interface ToolCallDeps {
  /** Opens the session on first use; later calls share it. */
  readonly open: () => Promise<Opened>;
  readonly log: Log;
}

/** Runs the call; never rejects. */
export async function callTool(call: ToolCall, deps: ToolCallDeps): Promise<CallToolResult | InputRequiredResult> {
  try {
    return await runTool(call, deps);
  } catch (error) {
    if (error instanceof OpenQuestion) return questionResult(error);
    return failure(error, call, deps.log);
  }
}

async function runTool({ name, input, signal, progress, person }: ToolCall, { open }: ToolCallDeps) {
  // Schemas and API client are loaded by the first call, so that listing tools costs neither.
  const [{ findOperation }, { runAsking }, { session, ladder }] = await Promise.all([
    import("../core/operations/index.ts"),
    import("../core/run-asking.ts"),
    open(),
  ]);
  const operation = findOperation(name);
  if (operation === undefined) throw new VpsError("internal", "The tool list and the program are not of one version.");
  if (signal.aborted) throw new NetworkError("cancelled", "The call was cancelled before it began.");
  const output = await runAsking({
    operation,
    input,
    ladder,
    context: (confirmation) => session.context({ signal, progress, confirmation }),
    ...person,
  });
  return {
    content: [{ type: "text" as const, text: operation.text(output) }],
    structuredContent: output,
  };
}

function failure(error: unknown, { name }: ToolCall, log: Log): CallToolResult {
  const problem = toProblem(error);
  const isOurs = error instanceof VpsError;
  log(isOurs ? "info" : "error", "a tool call failed", {
    tool: name,
    code: problem.code,
    ...(isOurs || !(error instanceof Error) ? {} : { stack: error.stack }),
  });
  return { isError: true, content: [{ type: "text", text: problemLine(problem) }] };
}
