// `vps-dns acme serve`: challenges over HTTP, as lego's httpreq provider posts them.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { InputError, problemLine, toProblem } from "../core/errors.ts";
import type { Log } from "../core/ports.ts";
import type { Challenge } from "./challenge.ts";
import type { Settled } from "./challenges.ts";
import { BodyTooLong, readChallenge } from "./httpreq-body.ts";
import { passwordCheck } from "./password.ts";

/** Carries a challenge out; the signal is aborted when the client goes away or the server closes. */
export type Settle = (challenge: Challenge, signal: AbortSignal) => Promise<Settled>;

export interface ServeOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly password: string;
  readonly present: Settle;
  readonly cleanUp: Settle;
  readonly log: Log;
}

export interface AcmeServer {
  readonly port: number;
  /** Takes nothing new, breaks off the waiting of what is under way, and resolves once that is over. */
  close(): Promise<void>;
}

/** @throws InputError conflict when the port is taken */
export async function serveAcme(options: ServeOptions): Promise<AcmeServer> {
  const { host, port } = options;
  const isKnown = passwordCheck(options.password);
  const closing = new AbortController();
  const open = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = answer(options, { request, response, isKnown, closing: closing.signal });
    open.add(work);
    void work.finally(() => open.delete(work));
  });
  server.listen(port, host);
  await once(server, "listening").catch((error: unknown) => {
    throw new InputError("conflict", "That address cannot be listened on.", {
      field: "serve",
      hint: "Name another port, or 0 for any free one.",
      cause: error,
    });
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      closing.abort();
      await Promise.all(open);
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly isKnown: (authorization: string | undefined) => boolean;
  readonly closing: AbortSignal;
}

async function answer(options: ServeOptions, exchange: Exchange): Promise<void> {
  const { response } = exchange;
  try {
    await carryOut(options, exchange);
  } catch (error) {
    const problem = toProblem(error);
    options.log("warn", "acme: a challenge was not carried out", { code: problem.code });
    const status = error instanceof BodyTooLong ? 413 : error instanceof InputError ? 400 : 502;
    const line = error instanceof BodyTooLong ? "The body is too long." : problemLine(problem);
    // What is left of a long body is not read: the connection ends with the answer.
    send(response, { status, text: line, headers: status === 413 ? { connection: "close" } : {} });
  }
}

async function carryOut(options: ServeOptions, { request, response, isKnown, closing }: Exchange): Promise<void> {
  if (!isKnown(request.headers.authorization)) {
    const headers = { "www-authenticate": 'Basic realm="vps-dns acme", charset="UTF-8"' };
    return send(response, { status: 401, text: "The password is VPS_HTTP_TOKEN.", headers });
  }
  const settle = settlers(options)[(request.url ?? "").replace(/^\/*/, "/")];
  if (settle === undefined) return send(response, { status: 404, text: "There are /present and /cleanup." });
  if (request.method !== "POST") {
    return send(response, { status: 405, text: "Only POST.", headers: { allow: "POST" } });
  }
  const challenge = await readChallenge(request);
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  response.once("close", leave);
  closing.addEventListener("abort", leave, { once: true });
  if (closing.aborted) leave();
  try {
    const { changed } = await settle(challenge, leaving.signal);
    send(response, { status: 200, text: JSON.stringify({ changed }), headers: { "content-type": "application/json" } });
  } finally {
    closing.removeEventListener("abort", leave);
  }
}

function settlers({ present, cleanUp }: ServeOptions): Readonly<Record<string, Settle | undefined>> {
  return { "/present": present, "/cleanup": cleanUp };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { status, text, headers = {} }: Answer): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(`${text}\n`);
}
