// The 2025-era exchanges that are open: one POST and its answer each. What a client sends in another POST (its answer to
// our question, the cancellation of its call) is brought to the exchange it belongs to; else nothing joins two requests.
import { randomUUID } from "node:crypto";
import type { JSONRPCMessage, MessageExtraInfo, RequestId, Transport } from "@modelcontextprotocol/server";

export interface Exchanges {
  /** Stands between a server and the transport of one exchange of `session`. */
  join(transport: Transport, session: string | null): Transport;
  /** Whether a message of `session` belonged to an open exchange, and has been brought there. */
  bring(message: JSONRPCMessage, session: string | null): boolean;
}

interface Exchange {
  readonly receive: (message: JSONRPCMessage) => void;
  readonly cancel: (request: RequestId) => void;
}

/** The open exchanges of a process; none yet. */
export function exchanges(): Exchanges {
  const calls = new Map<string, Exchange>();
  const questions = new Map<RequestId, Exchange & { readonly ownId: RequestId }>();
  return {
    join: (transport, session) => joined(transport, { session, calls, questions }),
    bring: (message, session) => {
      if (!("method" in message)) {
        const question = message.id === undefined ? undefined : questions.get(message.id);
        if (question === undefined) return false;
        question.receive({ ...message, id: question.ownId });
        return true;
      }
      if (message.method !== "notifications/cancelled") return false;
      const request = message.params?.["requestId"];
      // Two clients count alike: without a session, nobody knows whose call is meant.
      if (session === null || (typeof request !== "string" && typeof request !== "number")) return false;
      const exchange = calls.get(callKey(session, request));
      exchange?.receive(message);
      exchange?.cancel(request);
      return exchange !== undefined;
    },
  };
}

interface Registry {
  readonly session: string | null;
  readonly calls: Map<string, Exchange>;
  readonly questions: Map<RequestId, Exchange & { readonly ownId: RequestId }>;
}

function joined(inner: Transport, { session, calls, questions }: Registry): Transport {
  const open = new Set<RequestId>();
  const asked = new Map<RequestId, string>();
  const settle = (request: RequestId | undefined) => {
    if (request === undefined || !open.delete(request) || session === null) return;
    calls.delete(callKey(session, request));
  };
  const exchange: Exchange = {
    receive: (message) => outer.onmessage?.(message),
    cancel: (request) => {
      settle(request);
      // A cancelled call gets no answer, for which the stream would stay open.
      if (open.size === 0) void inner.close();
    },
  };
  /** Ids of a server made for one request begin at nought; what leaves here is one of its kind and cannot be guessed. */
  const outward = (message: JSONRPCMessage): JSONRPCMessage => {
    if (!("method" in message)) return message;
    if ("id" in message) {
      const id = randomUUID();
      asked.set(message.id, id);
      questions.set(id, { ...exchange, ownId: message.id });
      return { ...message, id };
    }
    const withdrawn = message.params?.["requestId"];
    if (message.method !== "notifications/cancelled" || typeof withdrawn !== "number") return message;
    return { ...message, params: { ...message.params, requestId: asked.get(withdrawn) ?? withdrawn } };
  };
  const outer: Transport = {
    start: () => inner.start(),
    close: () => inner.close(),
    send: async (message, options) => {
      await inner.send(outward(message), options);
      if (!("method" in message)) settle(message.id);
    },
    setSupportedProtocolVersions: (versions) => inner.setSupportedProtocolVersions?.(versions),
  };
  Object.assign(inner, {
    onmessage: (message: JSONRPCMessage, extra?: MessageExtraInfo) => {
      if ("method" in message && "id" in message) {
        open.add(message.id);
        if (session !== null) calls.set(callKey(session, message.id), exchange);
      }
      outer.onmessage?.(message, extra);
    },
    onerror: (error: Error) => outer.onerror?.(error),
    onclose: () => {
      for (const request of open) settle(request);
      for (const id of asked.values()) questions.delete(id);
      outer.onclose?.();
    },
  } satisfies Partial<Transport>);
  return outer;
}

function callKey(session: string, request: RequestId): string {
  return JSON.stringify([session, request]);
}
