// A record as results show it.
import * as z from "zod/mini";
import type { HeldRecord } from "../../api/api.ts";
import { relativeName } from "../../dns/name.ts";

/** The schema of a record in a result. */
export const recordRow = z.strictObject({
  id: z.string(),
  zone: z.string().check(z.describe("Zone name")),
  name: z.string().check(z.describe("Relative, @ for the apex")),
  fqdn: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.optional(z.number()),
  created_at: z.optional(z.string()),
});
/** A record as results have it. */
export type RecordRow = z.output<typeof recordRow>;

const outcome = z.enum(["created", "adopted", "updated", "removed"]);
/** A record with what became of it. */
export const recordOutcome = z.extend(recordRow, {
  outcome: outcome.check(z.describe("adopted: was there already")),
});
/** The same with what became of it. */
export type RecordOutcome = z.output<typeof recordOutcome>;

/** The row of a record the account holds. */
export function recordRowOf(held: HeldRecord): RecordRow {
  const { id, name, type, value, ttl, priority, createdAt } = held;
  const zone = held.zone.domain;
  return {
    id,
    zone,
    name: relativeName(name, zone),
    fqdn: name,
    type,
    value,
    ttl,
    ...(priority === undefined ? {} : { priority }),
    ...(createdAt === undefined ? {} : { created_at: createdAt }),
  };
}
