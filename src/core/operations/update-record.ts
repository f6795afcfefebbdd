// update_record: parts of a record, by its id (the API's PATCH).
import * as z from "zod/mini";
import { withFinalDot } from "../dns/name.ts";
import { InputError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import * as fields from "./fields.ts";
import { findRecordInZone } from "./find/find-record.ts";
import { recordRowOf } from "./shapes/record-row.ts";
import { understood } from "./write/understood.ts";
import { holds, newContent } from "./write/new-content.ts";
import { waitFor } from "./wait/wait-for.ts";
import { waitedRecord, waitedText, writeAndWait } from "./wait/write-and-wait.ts";

export const updateRecord = defineOperation({
  name: "update_record",
  title: "Update record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R6"],
  summary: "Change parts of a record by id. By name: set_rrset; TTLs: ensure_records.",
  input: z.strictObject({
    record: fields.record,
    value: z.optional(fields.value.check(z.describe("New value"))),
    ttl: z.optional(fields.ttl),
    name: z.optional(fields.ownerName),
    priority: z.optional(fields.priority),
    wait: z.optional(fields.wait),
    wait_timeout: z.optional(fields.waitTimeout),
    confirm: z.optional(fields.confirm),
  }),
  output: waitedRecord,
  examples: [{ title: "Keep record rec-001 for five minutes only", input: { record: "rec-001", ttl: 300 } }],
  async run(input, context) {
    const { record: id, confirm: _, wait, wait_timeout, ...change } = input;
    refuseEmpty(change);
    const { record: held, state } = await findRecordInZone(context, id);
    const before = understood(held);
    const after = newContent(state, held.id, {
      zone: state.zone.domain,
      type: before.type,
      name: input.name ?? withFinalDot(before.name),
      value: input.value ?? before.value,
      ttl: input.ttl,
      priority: input.priority,
      kept: { priority: before.priority, ...(input.name === undefined ? { ttl: before.ttl } : {}) },
    });
    if (holds(held, after)) {
      const waited = await waitFor(context, { zone: state.zone.domain, present: [after] }, { wait, wait_timeout });
      return { status: "done" as const, changed: false, record: recordRowOf(held), ...waited };
    }
    return writeAndWait(context, state, {
      operation: "update_record",
      input,
      change: { action: "update", id: held.id, before, after },
    });
  },
  text(output) {
    return waitedText(output.changed ? "Updated in" : "Already so in", output);
  },
});

function refuseEmpty(change: Readonly<Record<string, unknown>>): void {
  if (Object.values(change).some((value) => value !== undefined)) return;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give value, ttl, name or priority beside record.",
  });
}
