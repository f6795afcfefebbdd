// Reads a response's body, bounded: nothing the server sends may fill memory.
import type { HttpResponse } from "./http.ts";

/** The server's body is larger than its bound. */
export class BodyTooLarge extends Error {}

/**
 * The body's octets, at most `maxBytes` of them.
 * @throws BodyTooLarge as soon as that is known: from Content-Length when it is told, else at the octet too many.
 */
export async function readBody(response: HttpResponse, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.header("content-length") ?? 0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early closes the connection: both clients cancel a body whose iterator is returned.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (announced > maxBytes || size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The first `maxBytes` octets as text, whatever they are; for error pages, which are only quoted. */
export async function readStart(response: HttpResponse, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= maxBytes) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks, size).subarray(0, maxBytes));
}

/** Gives a body up unread. */
export async function discardBody(response: HttpResponse): Promise<void> {
  for await (const _ of response.body) break;
}
