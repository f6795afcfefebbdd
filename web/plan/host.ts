// The host's end of the line: JSON-RPC over postMessage, as the MCP Apps extension (2026-01-26) says.
import { type Json, objectOf, textOf } from "./json.ts";

export interface Host {
  /** Sends a request and gives its result; rejects with the host's message. */
  request(method: string, params: Json): Promise<Json>;
  notify(method: string, params: Json): void;
}

type Listeners = Readonly<Record<string, (params: Json) => void>>;

interface Pending {
  readonly resolve: (result: Json) => void;
  readonly reject: (error: Error) => void;
}

const METHOD_NOT_FOUND = -32601;
// What a host may ask of a page that keeps nothing: whether it lives, and to go.
const ANSWERED_WITH_NOTHING: readonly string[] = ["ping", "ui/resource-teardown"];

/** Listens to the window around this one, and to no other. */
export function connectHost(listeners: Listeners): Host {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return;
    const message = objectOf(event.data);
    if (message["jsonrpc"] !== "2.0") return;
    const method = textOf(message["method"]);
    if (method === undefined) settle(message);
    else if ("id" in message) answer(message["id"], method);
    else listeners[method]?.(objectOf(message["params"]));
  });
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve, reject });
        post({ id, method, params });
      }),
    notify: (method, params) => post({ method, params }),
  };

  function settle(message: Json): void {
    const id = Number(message["id"]);
    const waiting = pending.get(id);
    pending.delete(id);
    if (!("error" in message)) waiting?.resolve(objectOf(message["result"]));
    else waiting?.reject(new Error(textOf(objectOf(message["error"])["message"]) ?? "The host refused."));
  }
}

function answer(id: unknown, method: string): void {
  if (ANSWERED_WITH_NOTHING.includes(method)) post({ id, result: {} });
  else post({ id, error: { code: METHOD_NOT_FOUND, message: "Method not found" } });
}

// A sandboxed page cannot know the origin of what is around it; what it sends came from there.
function post(message: Json): void {
  window.parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
}
