// What a server is started with, whatever it is reached by, and what its connections and requests share from then on.
import type { Clock } from "../core/ports.ts";
import type { ToolCallDeps } from "./call-tool.ts";
import { selectTools, type ToolFilter } from "./filter.ts";
import { instructionsFor } from "./instructions.ts";
import { runningCalls } from "./running-calls.ts";
import type { McpServerDeps } from "./server.ts";
import { servedTools, toolRows } from "./tool-list.ts";
import { ANSWER_WITHIN_MS, unheardQuestions } from "./unheard-questions.ts";

export interface ServingOptions extends ToolCallDeps {
  readonly tools: ToolFilter;
  readonly version: string;
  readonly clock: Clock;
}

/**
 * Made once a process: nothing here is built anew for a connection or a request.
 * @throws InputError when `tools` names a tool or a set that is not there
 */
export function serverDeps({ tools: filter, version, open, clock, log }: ServingOptions): McpServerDeps {
  const rows = selectTools(toolRows, filter);
  if (rows.length === 0) log("warn", "no tool is left by the flags given");
  return {
    tools: servedTools(rows),
    instructions: instructionsFor(rows),
    version,
    open,
    log,
    calls: runningCalls(),
    unheard: unheardQuestions(clock),
    answerWithinMs: ANSWER_WITHIN_MS,
  };
}
