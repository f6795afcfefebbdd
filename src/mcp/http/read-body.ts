// A request's body as JSON, bounded while it arrives.
import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { HeadRefusal } from "./admission.ts";

const MAX_BODY_BYTES = 4 * 1024 * 1024;

export type Body = { readonly value: unknown } | { readonly refusal: HeadRefusal };

/** Rejects when the client goes away half-way. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers["content-length"]) > MAX_BODY_BYTES) return TOO_LARGE;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left half-way it is discarded, not destroyed: the refusal still has to reach a client that is writing.
  const parts: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const part of parts) {
    size += part.length;
    if (size > MAX_BODY_BYTES) return TOO_LARGE;
    chunks.push(part);
  }
  const bytes = Buffer.concat(chunks);
  // Decoding replaces broken bytes; what is wrong would then be written into a zone.
  if (!isUtf8(bytes)) return refuse(400, "The body is not valid UTF-8.");
  try {
    return { value: JSON.parse(bytes.toString("utf8")) };
  } catch {
    return refuse(400, "The body is not valid JSON.");
  }
}

function refuse(status: number, message: string): Body {
  return { refusal: { status, message } };
}

const TOO_LARGE: Body = {
  refusal: {
    status: 413,
    message: `A body is at most ${MAX_BODY_BYTES / 1024 / 1024} MB; send less at once.`,
  },
};
