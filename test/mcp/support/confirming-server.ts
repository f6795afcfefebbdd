// What a server needs to climb the confirmation ladder in a test: a sandbox, a state folder, and a clock that is set by hand.
import type { ConfirmMode } from "../../../src/core/confirmation-ladder.ts";
import type { Session } from "../../../src/core/session.ts";
import { runningCalls } from "../../../src/mcp/running-calls.ts";
import type { McpServerDeps } from "../../../src/mcp/server.ts";
import { servedTools, toolRows } from "../../../src/mcp/tool-list.ts";
import { ANSWER_WITHIN_MS, unheardQuestions } from "../../../src/mcp/unheard-questions.ts";
import { fileTokenStore } from "../../../src/platform/state/file-stores.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { openTestSession, startSession } from "../../support/session.ts";
import type { Stage } from "./guarded.ts";
import { temporaryFolder } from "./program.ts";

export interface ConfirmingServer extends Stage, AsyncDisposable {
  readonly deps: McpServerDeps;
  /** Moves the clock by which tokens and questions grow old. */
  pass(minutes: number): void;
  /** The writes that reached the API since this was last asked, ids left out. */
  writes(): readonly string[];
}

export interface ConfirmingOptions {
  readonly mode?: ConfirmMode;
  readonly answerWithinMs?: number;
}

export async function startConfirming(options: ConfirmingOptions = {}): Promise<ConfirmingServer> {
  const folder = await temporaryFolder();
  const own = await startSession({ allowPurchases: true });
  const others = openTestSession(own.sandbox.url, { token: own.sandbox.token });
  let aheadMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
  const ladder = { mode: options.mode ?? "ask", tokens: fileTokenStore(folder.path, clock), clock };
  const session: Session = {
    context: ({ signal, progress, confirmation }) =>
      own.context({
        signal,
        ...(progress === undefined ? {} : { progress }),
        ...(confirmation === undefined ? {} : { confirmation }),
      }),
    close: () => Promise.resolve(),
  };
  return {
    own,
    others,
    deps: {
      tools: servedTools(toolRows),
      instructions: "",
      version: "1",
      open: () => Promise.resolve({ session, ladder }),
      log: () => {},
      calls: runningCalls(),
      unheard: unheardQuestions(clock),
      answerWithinMs: options.answerWithinMs ?? ANSWER_WITHIN_MS,
    },
    pass: (minutes) => {
      aheadMs += minutes * 60_000;
    },
    writes: () =>
      own
        .requests()
        .filter((request) => !request.startsWith("GET "))
        .map((request) => request.replace(/^(\w+ \/(?:dns-zones|dns-records|domains))\/[^/]+/, "$1/ID")),
    [Symbol.asyncDispose]: async () => {
      await others[Symbol.asyncDispose]();
      await own[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
