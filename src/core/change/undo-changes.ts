// Takes changes back, one after the other. Whatever stops it half-way, a question among them, what was taken back by then
// is told with it.
import type { ConfirmationRequest } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { undoChange } from "./undo-change.ts";
import type { Undone, UndoRequest } from "./undo.ts";

export interface ChangesToUndo extends Omit<UndoRequest, "change"> {
  /** In the order in which they are taken back. */
  readonly changes: readonly Change[];
  /** Taken back already, before a question ended this call's first run. */
  readonly taken: readonly Change[];
}

export interface UndoneChange {
  /** Its id. */
  readonly change: string;
  /** What it had done. */
  readonly summary: string;
}

export interface ChangesUndone {
  /** Those of before among them. */
  readonly undone: readonly UndoneChange[];
  /** What became of the last one that was tried. */
  readonly last: Undone | undefined;
  readonly warnings: readonly string[];
}

/** @throws VpsError partial where something was taken back before the failure; else what undoChange throws */
export async function undoChanges(
  context: Context,
  { changes, taken, ...rest }: ChangesToUndo,
): Promise<ChangesUndone> {
  const undone = taken.map(undoneRow);
  const warnings: string[] = [];
  let last: Undone | undefined;
  for (const change of changes) {
    const begun = undone.length === 0 ? undefined : takenBack(undone);
    try {
      last = await undoChange(begun === undefined ? context : askingOn(context, begun), { change, ...rest });
    } catch (error) {
      throw begun === undefined ? error : stopped(error, begun);
    }
    if (last.status !== "done") break;
    undone.push(undoneRow(change));
    warnings.push(...last.warnings);
  }
  return { undone, last, warnings };
}

function undoneRow({ id, summary }: Change): UndoneChange {
  return { change: id, summary };
}

/** `Taken back: c0m1abcdef-0a1b2c, 1 updated (www A); c0m1abcdee-0a1b2d, zone created.` */
export function takenBack(undone: readonly UndoneChange[]): string {
  return `Taken back: ${undone.map(({ change, summary }) => `${change}, ${summary}`).join("; ")}.`;
}

function askingOn(context: Context, begun: string): Context {
  const confirmation = (request: ConfirmationRequest) =>
    context.confirmation({ ...request, begun, preview: `${begun} ${request.preview}` });
  return { ...context, confirmation };
}

// A question that waits for a person is no failure.
function stopped(error: unknown, begun: string): unknown {
  if (!(error instanceof VpsError) || error.code === "confirmation_required") return error;
  return new VpsError("partial", `${begun} The next one stopped it: ${error.message}`, {
    hint: error.hint,
    cause: error,
  });
}
