// Reads one resource out of a body through its wire schema.
import type * as z from "zod/mini";
import type { Endpoint } from "./endpoints.ts";
import { unexpected } from "./transport.ts";

/**
 * What the schema makes of a body.
 * @throws NetworkError `unexpected_response` when it is not of that shape; the body itself is never quoted.
 */
export function readRow<S extends z.ZodMiniType>(schema: S, body: unknown, endpoint: Endpoint): z.output<S> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  if (body === undefined) throw unexpected(endpoint, "nothing");
  const where = read.error.issues[0]?.path.map(String).join(".") ?? "";
  const member = /^[\w.]{1,64}$/.test(where) ? ` ("${where}" is missing or wrong)` : "";
  throw unexpected(endpoint, `JSON of another shape than its reference shows${member}`);
}
