// How far a call is, told to a client that asked for it.
import type { ServerContext } from "@modelcontextprotocol/server";
import type { Log, Progress } from "../core/ports.ts";

// A thousand records are told in a hundred steps: a host draws a bar, it does not count.
const STEPS = 100;

export interface ClientProgress {
  /** Ever upwards, as the protocol wants; silent for a client that gave no token. */
  readonly progress: Progress;
  /** Resolves when everything told so far has gone out: nothing may follow the answer. */
  readonly sent: () => Promise<unknown>;
}

/** The way to tell the client of a call; a client that gave no token is told nothing. */
export function clientProgress({ mcpReq }: ServerContext, log: Log): ClientProgress {
  const token = mcpReq._meta?.progressToken;
  if (token === undefined) return { progress: () => {}, sent: () => Promise.resolve() };
  let told = Number.NEGATIVE_INFINITY;
  let last = Promise.resolve();
  const progress: Progress = (done, total, message) => {
    const step = total === undefined || done >= total ? 0 : total / STEPS;
    if (done <= told || done < told + step) return;
    told = done;
    const params = { progressToken: token, progress: done, message, ...(total === undefined ? {} : { total }) };
    last = mcpReq.notify({ method: "notifications/progress", params }).catch((error: unknown) => {
      log("debug", "a progress notification was lost", { reason: String(error) });
    });
  };
  return { progress, sent: () => last };
}
