// A zone as results show it.
import * as z from "zod/mini";
import type { Zone } from "../../api/api.ts";
import { count } from "../../text/count.ts";
import { dayOf } from "../../text/day-of.ts";
import { idText, wordText } from "../../text/plain-text.ts";

/** The schema of a zone in a result. */
export const zoneRow = z.strictObject({
  name: z.string(),
  id: z.string(),
  record_count: z.optional(z.number()),
  created_at: z.optional(z.string()),
});
/** A zone as results have it. */
export type ZoneRow = z.output<typeof zoneRow>;

/** The row of a zone the account holds. */
export function zoneRowOf({ id, domain, recordCount, createdAt }: Zone): ZoneRow {
  return {
    name: domain,
    id,
    ...(recordCount === undefined ? {} : { record_count: recordCount }),
    ...(createdAt === undefined ? {} : { created_at: createdAt }),
  };
}

/** `example.com: 12 records, since 2024-01-15 ; id abc`. */
export function zoneLine({ name, id, record_count: records, created_at: created }: ZoneRow): string {
  const facts = [
    records === undefined ? undefined : count(records, "record"),
    created === undefined ? undefined : `since ${dayOf(created)}`,
  ].filter((fact) => fact !== undefined);
  const said = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  return `${wordText(name, 255)}${said} ; id ${idText(id)}`;
}
