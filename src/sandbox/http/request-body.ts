// Reads a request's body: bounded, UTF-8, JSON.
import type { IncomingMessage } from "node:http";
import { Refusal } from "../api/refusal.ts";

/** Far above the longest TXT record that the DNS can carry (65,535 octets). */
export const BODY_MAX_BYTES = 1_048_576;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

export interface RequestBody {
  /** The parsed JSON; `undefined` when there is no body. */
  readonly value: unknown;
  readonly bytes: number;
}

/** @throws Refusal 400, 413 or 415 */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { value: undefined, bytes: 0 };
  const type = request.headers["content-type"] ?? "";
  if (!JSON_TYPE.test(type)) throw new Refusal(415, "Send the body as application/json.");
  return { value: parseJson(bytes), bytes: bytes.length };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) continue;
    size += bytes.length;
    // The rest is not read: the connection is closed after the answer.
    if (size > BODY_MAX_BYTES) {
      throw new Refusal(413, `The body is larger than ${BODY_MAX_BYTES} bytes.`, { headers: { connection: "close" } });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new Refusal(400, "The body is not valid JSON in UTF-8.", { code: "parse_error", cause: error });
  }
}
