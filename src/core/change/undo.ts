// What is asked when a change is to be taken back, and what came of it.
import type { Unconfirmed } from "../confirmation.ts";
import type { Change } from "../journal/journal.ts";

/** A change to take back. */
export interface UndoRequest {
  readonly change: Change;
  readonly confirm: string | undefined;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What was taken back, or the question that is still open. */
export type Undone =
  | { readonly status: "done"; readonly change?: string; readonly warnings: readonly string[] }
  | Unconfirmed;

/** The operation's name, for the journal and for questions. */
export const UNDO_OPERATION = "undo_change";
