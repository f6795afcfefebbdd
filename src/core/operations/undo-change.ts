// undo_change: a change taken back, or it and every later one in its zone, newest first.
import * as z from "zod/mini";
import { justTakenBack, standingChanges } from "../change/undo-chain.ts";
import { type ChangesToUndo, takenBack, undoChanges } from "../change/undo-changes.ts";
import { TOKEN_LIFETIME_MS } from "../confirmation-ladder.ts";
import type { Context } from "../context.ts";
import { InputError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { defineOperation } from "../operation.ts";
import { lines, warningLines } from "../text/lines.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { changeField, guardedFields, unconfirmedText } from "./shapes/guarded.ts";
import { warningsField } from "./write/write-warnings.ts";

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
    undone: z
      .optional(z.array(z.strictObject({ change: z.string(), summary: z.string() })))
      .check(z.describe("Taken back")),
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
    const chosen = input.and_later === true ? await andLater(context, first) : { changes: [first], taken: [] };
    const { undone, last, warnings } = await undoChanges(context, { ...chosen, confirm, input: bound });
    if (last !== undefined && last.status !== "done") {
      return { ...last, ...(undone.length === 0 ? {} : { changed: true, undone: [...undone] }) };
    }
    return {
      status: "done" as const,
      changed: undone.length > 0,
      ...(last?.change === undefined ? {} : { change: last.change }),
      undone: [...undone],
      ...warningsField(warnings),
    };
  },
  text(output) {
    const { undone = [], change, warnings } = output;
    const open = unconfirmedText(output);
    if (open !== undefined) return open;
    const again = change === undefined ? undefined : `The undo itself is change ${change}.`;
    const taken = undone.length === 0 ? "Nothing was left to take back." : takenBack(undone);
    return lines(taken, again, warningLines(warnings));
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
async function andLater(context: Context, first: Change): Promise<Pick<ChangesToUndo, "changes" | "taken">> {
  const { zone } = first;
  if (zone === undefined) return { changes: [first], taken: [] };
  const { journal, clock } = context;
  const all = await journal.list({ zone, since: first.at });
  const changes = all.slice(0, all.findIndex(({ id }) => id === first.id) + 1);
  return {
    changes: await standingChanges(journal, changes),
    taken: await justTakenBack(journal, changes, clock.now() - TOKEN_LIFETIME_MS),
  };
}
