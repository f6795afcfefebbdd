// A plan as results show it: rows for programs, a diff for people.
import * as z from "zod/mini";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import type { PlannedChange, ZonePlan } from "../../plan/plan.ts";
import { plannedChanges } from "../../plan/plan-zone.ts";
import { count } from "../../text/count.ts";
import { recordLine } from "../../text/record-line.ts";

const content = z.strictObject({ value: z.string(), ttl: z.number(), priority: z.optional(z.number()) });

/** The schema of a plan in a result. */
export const planFields = {
  summary: z.strictObject({ create: z.number(), update: z.number(), delete: z.number(), unchanged: z.number() }),
  changes: z.array(
    z.strictObject({
      action: z.enum(["create", "update", "delete"]),
      name: z.string().check(z.describe("Relative, @ for the apex")),
      type: z.string(),
      before: z.optional(content),
      after: z.optional(content),
    }),
  ),
  guards: z.array(z.strictObject({ id: z.string(), message: z.string() })),
  warnings: z.array(z.string()),
};

/** A plan as results have it. */
export function planRow(plan: ZonePlan) {
  return {
    summary: { ...plan.summary },
    changes: plannedChanges(plan).map((change) => changeRow(plan.zone, change)),
    guards: plan.guards.map((guard) => ({ ...guard })),
    warnings: [...plan.warnings],
  };
}

function changeRow(zone: string, change: PlannedChange) {
  const record = change.action === "delete" ? change.before : change.after;
  return {
    action: change.action,
    name: relativeName(record.name, zone),
    type: record.type,
    ...(change.action === "create" ? {} : { before: contentOf(change.before) }),
    ...(change.action === "delete" ? {} : { after: contentOf(change.after) }),
  };
}

function contentOf({ value, ttl, priority }: DnsRecord) {
  return { value, ttl, ...(priority === undefined ? {} : { priority }) };
}

type PlanRow = z.output<z.ZodMiniObject<typeof planFields>>;

/** `2 to create, 1 to update, none to delete, 12 unchanged`. */
export function planCounts({ summary }: Pick<PlanRow, "summary">): string {
  const parts = (["create", "update", "delete"] as const).flatMap((action) =>
    summary[action] === 0 ? [] : [`${count(summary[action], "record")} to ${action}`],
  );
  const changes = parts.length === 0 ? "nothing to change" : parts.join(", ");
  return `${changes}; ${count(summary.unchanged, "record")} unchanged`;
}

/** The diff, a line a record: `-` what goes, `+` what comes; an update is both. */
export function planDiff({ changes }: Pick<PlanRow, "changes">): string[] {
  return changes.flatMap(({ name, type, before, after }) => [
    ...(before === undefined ? [] : [`- ${recordLine({ name, fqdn: name, type, ...before })}`]),
    ...(after === undefined ? [] : [`+ ${recordLine({ name, fqdn: name, type, ...after })}`]),
  ]);
}
