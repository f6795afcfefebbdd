// What is asked when a change is to be taken back, and what came of it.
import type { Unconfirmed } from "../confirmation.ts";
import type { Change } from "../journal/journal.ts";

export interface UndoRequest {
  readonly change: Change;
  readonly confirm: string | undefined;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
}

export type Undone =
  | { readonly status: "done"; readonly change?: string; readonly warnings: readonly string[] }
  | Unconfirmed;

export const UNDO_OPERATION = "undo_change";
