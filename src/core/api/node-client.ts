// The HttpClient on Node's own http: nothing to bundle, no proxy. It is there a good deal sooner than the built-in
// fetch, whose first use loads a whole HTTP library of its own.
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { HttpClient, HttpRequest, HttpResponse } from "./http.ts";

type Start = (url: string, options: RequestOptions) => ClientRequest;

/** A client that keeps connections alive until it is closed. */
export function nodeClient(): HttpClient {
  const closers: (() => void)[] = [];
  const starters = new Map<string, Promise<Start>>();
  return {
    send: async (request) => {
      const protocol = request.url.startsWith("https:") ? "https" : "http";
      const starter = starters.get(protocol) ?? openStarter(protocol, closers);
      starters.set(protocol, starter);
      return toResponse(await exchange(await starter, request));
    },
    close: () => {
      for (const close of closers.splice(0)) close();
      starters.clear();
      return Promise.resolve();
    },
  };
}

// Loaded by protocol: TLS takes longer to load than the rest together.
async function openStarter(protocol: "http" | "https", closers: (() => void)[]): Promise<Start> {
  const { Agent, request } = protocol === "https" ? await import("node:https") : await import("node:http");
  const agent = new Agent({ keepAlive: true });
  closers.push(() => agent.destroy());
  return (url, options) => request(url, { ...options, agent });
}

function exchange(start: Start, { url, method, headers, body, signal }: HttpRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = start(url, { method, headers, signal });
    sent.once("response", resolve);
    // What fails after the answer began fails the reading of its body too, and is told there.
    sent.on("error", reject);
    sent.end(body);
  });
}

function toResponse(message: IncomingMessage): HttpResponse {
  return {
    status: message.statusCode ?? 0,
    header: (name) => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    body: message,
  };
}
