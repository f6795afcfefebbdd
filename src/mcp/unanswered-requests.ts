// Which requests of a client still wait for their answer, so that the end of its input does not cut them off.
import { setTimeout as wait } from "node:timers/promises";
import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import type { Refusal } from "./read-message.ts";

export interface UnansweredRequests {
  received(message: JSONRPCMessage): void;
  /** Counts answers, refusals of a request included. */
  sent(message: JSONRPCMessage | Refusal): void;
  /** Resolves when none waits any more, or after `ms`. */
  none(ms: number): Promise<void>;
}

/** The requests of a client; none yet. */
export function unansweredRequests(): UnansweredRequests {
  const ids = new Set<string | number>();
  const timer = new AbortController();
  let ending = false;
  const settle = (id: unknown) => {
    if (typeof id === "string" || typeof id === "number") ids.delete(id);
    if (ending && ids.size === 0) timer.abort();
  };
  return {
    received: (message) => {
      if (!("method" in message)) return;
      if ("id" in message) ids.add(message.id);
      // A cancelled request gets no answer.
      else if (message.method === "notifications/cancelled") settle(message.params?.["requestId"]);
    },
    sent: (message) => {
      if (!("method" in message)) settle(message.id);
    },
    none: async (ms) => {
      ending = true;
      if (ids.size > 0) await wait(ms, undefined, { signal: timer.signal }).catch(() => undefined);
    },
  };
}
