// list_changes: what this program did, newest first, from its own journal.
import * as z from "zod/mini";
import { InputError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { CHANGE_STATUSES } from "../journal/journal.ts";
import { defineOperation } from "../operation.ts";
import { listText } from "../text/list-text.ts";
import * as fields from "./fields.ts";
import { isAllowed, refuseForeign } from "./find/allowed.ts";
import { zoneNameOf } from "./find/resolve-zone.ts";

const changeRow = z.strictObject({
  change: z.string(),
  at: z.string(),
  operation: z.string(),
  zone: z.optional(z.string()),
  status: z.enum(CHANGE_STATUSES),
  summary: z.string(),
});

export const listChanges = defineOperation({
  name: "list_changes",
  title: "List changes",
  toolset: "changes",
  effect: "read",
  idempotent: true,
  openWorld: false,
  api: [],
  summary: "List changes made through this program, newest first, for undo_change.",
  input: z.strictObject({ zone: z.optional(fields.zone.check(z.describe("Zone name"))), limit: fields.limit }),
  output: z.strictObject({ changes: z.array(changeRow), total: z.number() }),
  examples: [{ title: "What was changed in example.com?", input: { zone: "example.com" } }],
  async run({ zone, limit }, context) {
    const name = zone === undefined ? undefined : zoneNameOf(zone);
    if (zone !== undefined && name === undefined) {
      throw new InputError("invalid_name", "The journal knows zones by name.", {
        field: "zone",
        hint: "Give a name such as example.com; list_zones shows them.",
      });
    }
    if (name !== undefined) refuseForeign(context, name);
    const changes = await context.journal.list(name === undefined ? {} : { zone: name });
    const visible = changes.filter((change) => isAllowed(context, change.zone ?? change.domain ?? ""));
    return { changes: visible.slice(0, limit).map(rowOf), total: visible.length };
  },
  text({ changes, total }) {
    return listText({
      noun: "change",
      total,
      rows: changes.map(
        ({ change, at, operation, status, summary }) => `${change} ${at} ${operation} ${status}: ${summary}`,
      ),
      narrow: "Give zone, or a larger limit.",
    });
  },
});

function rowOf({ id, at, operation, zone, status, summary }: Change): z.output<typeof changeRow> {
  return {
    change: id,
    at: new Date(at).toISOString(),
    operation,
    ...(zone === undefined ? {} : { zone }),
    status,
    summary: zone === undefined ? summary : `${zone}: ${summary}`,
  };
}
