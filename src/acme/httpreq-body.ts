// The bodies of lego's httpreq provider: `{fqdn, value}`, or in its RAW mode `{domain, token, keyAuth}`.
import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
import { InputError } from "../core/errors.ts";
import { type Challenge, challengeAt, challengeFromKey } from "./challenge.ts";

/** Names and values are short; nothing honest is longer. */
const BODY_MAX_BYTES = 16 * 1024;

const plainBody = z.object({ fqdn: z.string(), value: z.string() });
const rawBody = z.object({ domain: z.string(), keyAuth: z.string() });

/** More came than anybody has to say; the rest is not read. */
export class BodyTooLong extends Error {}

/**
 * @throws InputError where the body is neither form; BodyTooLong
 */
export async function readChallenge(request: IncomingMessage): Promise<Challenge> {
  const body = parseJson(await readText(request));
  const plain = plainBody.safeParse(body);
  if (plain.success) return challengeAt(plain.data.fqdn, plain.data.value);
  const raw = rawBody.safeParse(body);
  if (raw.success) return challengeFromKey(raw.data.domain, raw.data.keyAuth);
  throw new InputError("invalid_input", "The body is no JSON object of the httpreq protocol.", {
    hint: 'Send {"fqdn": "_acme-challenge.example.com.", "value": "…"}.',
  });
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) continue;
    size += bytes.length;
    if (size > BODY_MAX_BYTES) throw new BodyTooLong();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

// JSON.parse quotes its input in its messages: the cause is left out.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
