// Takes changes back, one after the other. Whatever stops it half-way, a question among them, what was taken back by then
// is told with it.
import type { ConfirmationRequest } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { enumerated } from "../text/count.ts";
import { undoChange } from "./undo-change.ts";
import type { Undone, UndoRequest } from "./undo.ts";

export interface ChangesToUndo extends Omit<UndoRequest, "change"> {
  /** In the order in which they are taken back. */
  readonly changes: readonly Change[];
  /** Taken back already, before a question ended this call's first run. */
  readonly taken: readonly string[];
}

export interface ChangesUndone {
  /** Ids, those of before among them. */
  readonly undone: readonly string[];
  /** What became of the last one that was tried. */
  readonly last: Undone | undefined;
  readonly warnings: readonly string[];
}

/** @throws VpsError partial where something was taken back before the failure; else what undoChange throws */
export async function undoChanges(
  context: Context,
  { changes, taken, ...rest }: ChangesToUndo,
): Promise<ChangesUndone> {
  const undone = [...taken];
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
    undone.push(change.id);
    warnings.push(...last.warnings);
  }
  return { undone, last, warnings };
}

/** `Taken back: A and B.` */
export function takenBack(ids: readonly string[]): string {
  return `Taken back: ${enumerated(ids)}.`;
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
