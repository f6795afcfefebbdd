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
import { pageOf } from "./page.ts";
import { listFields, listFieldsOf } from "./shapes/list-fields.ts";

const changeRow = z.strictObject({
  change: z.string(),
  at: z.string(),
  operation: z.string(),
  zone: z.optional(z.string()),
  status: z.enum(CHANGE_STATUSES),
  summary: z.string(),
});
type ChangeRow = z.output<typeof changeRow>;

export const listChanges = defineOperation({
  name: "list_changes",
  title: "List changes",
  toolset: "changes",
  effect: "read",
  idempotent: true,
  openWorld: false,
  api: [],
  summary: "List changes made through this program, newest first, for undo_change.",
  input: z.strictObject({
    zone: z.optional(fields.zone.check(z.describe("Zone name"))),
    limit: fields.limit,
    cursor: z.optional(fields.cursor),
  }),
  output: z.strictObject({
    changes: z.array(changeRow),
    total: listFields.total,
    next_cursor: listFields.next_cursor,
  }),
  examples: [{ title: "What was changed in example.com?", input: { zone: "example.com" } }],
  async run({ zone, limit, cursor }, context) {
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
    // What is done between two pages moves rows to the later one: told twice, never left out.
    const page = pageOf(visible, { limit, cursor, of: ["changes", name], row: rowOf, line: changeLine });
    return {
      changes: page.rows,
      ...listFieldsOf({ total: visible.length, nextCursor: page.nextCursor, incomplete: false }),
    };
  },
  text({ changes, total, next_cursor: nextCursor }) {
    const rows = changes.map(changeLine);
    return listText({ noun: "change", rows, total, nextCursor, narrow: "Or give zone." });
  },
});

function changeLine({ change, at, operation, status, summary }: ChangeRow): string {
  return `${change} ${at} ${operation} ${status}: ${summary}`;
}

function rowOf({ id, at, operation, zone, status, summary }: Change): ChangeRow {
  return {
    change: id,
    at: new Date(at).toISOString(),
    operation,
    ...(zone === undefined ? {} : { zone }),
    status,
    summary: zone === undefined ? summary : `${zone}: ${summary}`,
  };
}
