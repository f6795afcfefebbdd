// What is asked when a change is to be taken back, and what came of it.
import type { Change } from "../journal/journal.ts";

export interface UndoRequest {
  readonly change: Change;
  readonly confirm: string | undefined;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
}

export type Undone =
  | { readonly status: "done"; readonly change?: string; readonly warnings: readonly string[] }
  | {
      readonly status: "confirmation_required";
      readonly changed: false;
      readonly confirm: string;
      readonly preview: string;
    };

export const UNDO_OPERATION = "undo_change";
