// undo_change: a change taken back, or it and every later one in its zone, newest first.
import * as z from "zod/mini";
import { standingChanges } from "../change/undo-chain.ts";
import type { Undone } from "../change/undo.ts";
import { undoChange as undo } from "../change/undo-change.ts";
import type { Context } from "../context.ts";
import { InputError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { defineOperation } from "../operation.ts";
import { enumerated } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { changeField, guardedFields, unconfirmedText } from "./shapes/guarded.ts";

export const undoChange = defineOperation({
  name: "undo_change",
  title: "Undo change",
  toolset: "changes",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "Z3", "Z4", "R1", "R2", "R6", "R7", "D1", "D4"],
  summary: "Take a change back, a deleted zone too. Refused where others changed it since.",
  input: z.strictObject({
    change: z.string().check(z.maxLength(100), z.describe("From list_changes")),
    and_later: z.optional(z.boolean().check(z.describe("And all later ones in its zone"))),
    confirm: z.optional(fields.confirm),
  }),
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    undone: z.optional(z.array(z.string())).check(z.describe("Changes taken back")),
    warnings: z.optional(z.array(z.string())),
  }),
  examples: [
    {
      title: "Take the last change back",
      input: { change: "c0m1abcdef-0a1b2c" },
      needs: {
        operation: "ensure_records",
        input: { zone: "example.com", records: [{ type: "A", name: "shop", value: "192.0.2.10" }] },
        gives: "change",
      },
    },
  ],
  async run(input, context) {
    const { confirm, ...bound } = input;
    const first = await undoable(context, input.change);
    const undone: string[] = [];
    const warnings: string[] = [];
    let last: Undone | undefined;
    for (const change of input.and_later === true ? await andLater(context, first) : [first]) {
      last = await undo(context, { change, confirm, input: bound });
      if (last.status !== "done") return { ...last, ...(undone.length === 0 ? {} : { changed: true, undone }) };
      undone.push(change.id);
      warnings.push(...last.warnings);
    }
    return {
      status: "done" as const,
      changed: undone.length > 0,
      ...(last?.status === "done" && last.change !== undefined ? { change: last.change } : {}),
      undone,
      ...(warnings.length === 0 ? {} : { warnings }),
    };
  },
  text(output) {
    const { undone = [], change, warnings } = output;
    // What was taken back before the question came is told, and not that nothing has changed.
    const open = unconfirmedText(output);
    const taken = undone.length === 0 ? undefined : `Taken back: ${enumerated(undone)}.`;
    const again = change === undefined ? undefined : `This is change ${change} itself.`;
    return lines(taken, open, open === undefined ? again : undefined, warningLines(warnings));
  },
});

async function undoable(context: Context, id: string): Promise<Change> {
  const change = await context.journal.get(id);
  if (change === undefined) {
    throw new InputError("change_not_found", "There is no such change in the journal.", {
      field: "change",
      hint: "list_changes shows those that can be undone.",
    });
  }
  refuseForeign(context, change.zone ?? change.domain ?? "", "change");
  if (change.status === "undone") {
    throw new InputError("change_conflict", "That change was taken back already.", {
      field: "change",
      hint: "list_changes shows what came after it; an undo can be undone as well.",
    });
  }
  return change;
}

/** The change and all later ones of its zone that still stand, newest first. */
async function andLater(context: Context, first: Change): Promise<readonly Change[]> {
  const { zone } = first;
  if (zone === undefined) return [first];
  const changes = await context.journal.list({ zone, since: first.at });
  const at = changes.findIndex(({ id }) => id === first.id);
  return standingChanges(context.journal, changes.slice(0, at + 1));
}
