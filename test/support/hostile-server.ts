// A real HTTP server on loopback that answers exactly as it is told, every way a server can misbehave included.
// It knows nothing of the API.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One way to answer. */
export type Reply = (request: SeenRequest, response: ServerResponse, socket: Socket) => void | Promise<void>;

export interface HostileServer {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** "GET /path?query" of every request, in the order of arrival. */
  readonly lines: () => readonly string[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** Scripts the replies to requests whose "METHOD /path" (query left out) is this; the last one repeats. */
  on(line: string, ...replies: Reply[]): void;
  close(): Promise<void>;
}

/** @param tls a certificate and its key in PEM; with them it speaks https. */
export async function startHostileServer(tls?: {
  readonly key: string;
  readonly cert: string;
}): Promise<HostileServer> {
  const scripts = new Map<string, Reply[]>();
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const listener = (message: IncomingMessage, response: ServerResponse) => {
    void answer(message, response);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await listenOnLoopback(server);

  return {
    origin: `${tls === undefined ? "http" : "https"}://127.0.0.1:${portOf(server)}`,
    requests,
    lines: () => requests.map(({ method, path }) => `${method} ${path}`),
    connections: () => connections,
    on: (line, ...replies) => {
      scripts.set(line, replies);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, "close");
    },
  };

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    requests.push(request);
    const script = scripts.get(`${request.method} ${request.path.split("?")[0] ?? ""}`) ?? [];
    const reply = script.length > 1 ? script.shift() : script[0];
    await (reply ?? json(404, { detail: "Not found." }))(request, response, message.socket);
  }
}

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

/** An answer of any kind, its body as it is given. */
export function plain(
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** A page for people, as proxies and login forms send. */
export function html(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  const page = `<!doctype html><html><head><title>${status}</title></head><body>Please stand by</body></html>`;
  return plain(status, page, { "content-type": "text/html; charset=utf-8", ...headers });
}

/** 204. */
export const noContent: Reply = (_request, response) => {
  response.writeHead(204).end();
};

/** Cuts the connection with a TCP reset and no answer; `commit` runs first. */
export function reset(commit: (request: SeenRequest) => void = () => undefined): Reply {
  return (request, _response, socket) => {
    commit(request);
    socket.resetAndDestroy();
  };
}

/** Runs `commit`, then answers with another reply. */
export function after(commit: (request: SeenRequest) => void, reply: Reply): Reply {
  return (request, response, socket) => {
    commit(request);
    return reply(request, response, socket);
  };
}

/** Begins a JSON answer and cuts the connection half-way through the body that it announced. */
export function truncated(status: number, body: unknown): Reply {
  return (_request, response, socket) => {
    const whole = JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", "content-length": String(whole.length) });
    response.write(whole.slice(0, Math.floor(whole.length / 2)), () => socket.destroy());
  };
}

/** Never answers. */
export const silence: Reply = () => undefined;

/** Answers and then drips a body that never ends. */
export const endlessDrip: Reply = (_request, response, socket) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  socket.on("close", () => clearInterval(timer));
};

/** Sends octets that are not HTTP, or HTTP gone wrong half-way. */
export function octets(sent: string): Reply {
  return (_request, _response, socket) => {
    socket.end(sent);
  };
}

/** A body of `size` octets, announced or in chunks; `sent` tells how much the client took of it. */
export function huge(size: number, { announced }: { readonly announced: boolean }) {
  const chunk = Buffer.alloc(64 * 1024, " ");
  let sent = 0;
  const reply: Reply = async (_request, response) => {
    response.writeHead(200, {
      "content-type": "application/json",
      ...(announced ? { "content-length": String(size) } : {}),
    });
    const closed = once(response, "close");
    while (sent < size && !response.destroyed) {
      sent += chunk.length;
      if (!response.write(chunk)) await Promise.race([once(response, "drain"), closed]);
    }
    response.end();
  };
  return { reply, sent: () => sent };
}

async function readRequest(message: IncomingMessage): Promise<SeenRequest> {
  return {
    method: message.method ?? "",
    path: message.url ?? "",
    headers: message.headers,
    body: await text(message),
  };
}

async function listenOnLoopback(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
  return address.port;
}
