// Puts an answer on the wire, whole or as a fault wants it.
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Reply } from "../api/reply.ts";

const JSON_TYPE = "application/json";

/** Sends an answer; one that fits a single piece goes with its length, a longer one in pieces as the reader takes them. */
export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.chunks === undefined) {
    response.writeHead(reply.status, { ...reply.headers }).end();
    return;
  }
  const chunks = reply.chunks[Symbol.iterator]();
  const first = nextOf(chunks);
  const second = nextOf(chunks);
  const headers = { "content-type": JSON_TYPE, ...reply.headers };
  if (second === undefined) {
    const bytes = Buffer.from(first ?? "");
    response.writeHead(reply.status, { ...headers, "content-length": bytes.length }).end(bytes);
    return;
  }
  response.writeHead(reply.status, headers);
  const rest = all([first ?? "", second], chunks);
  await pipeline(Readable.from(rest), response);
}

/** Promises the whole body, sends half of it and breaks off. */
export async function sendTruncated(response: ServerResponse, reply: Reply): Promise<void> {
  const bytes = Buffer.from([...(reply.chunks ?? [])].join(""));
  response.writeHead(reply.status, { "content-type": JSON_TYPE, ...reply.headers, "content-length": bytes.length + 1 });
  response.flushHeaders();
  await new Promise<void>((resolve) => response.write(bytes.subarray(0, bytes.length >> 1), () => resolve()));
  response.socket?.destroy();
}

/** A page as a proxy in front of a server that is down would send it. */
export function sendUnavailable(response: ServerResponse, retryAfter: number | undefined): void {
  const page =
    "<!DOCTYPE html>\n<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>\n";
  response
    .writeHead(503, {
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(page),
      ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    })
    .end(page);
}

/** Ends the connection by a reset. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function* all(first: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* first;
  for (let next = nextOf(rest); next !== undefined; next = nextOf(rest)) yield next;
}

function nextOf(chunks: Iterator<string>): string | undefined {
  const next = chunks.next();
  return next.done === true ? undefined : next.value;
}
