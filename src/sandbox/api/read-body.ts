// A request's body held against a schema; what is wrong is told by field, as the pages' error bodies do.
import type * as z from "zod/mini";
import { invalid } from "./refusal.ts";

/** @throws Refusal 400 with the first field at fault. Fields that the schema does not name are left out. */
export function readBody<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalid(undefined, "The body must be a JSON object.");
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalid(issue?.path[0]?.toString(), issue?.message ?? "Invalid body.");
}
