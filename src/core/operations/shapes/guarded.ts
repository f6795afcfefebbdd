// What guarded operations have in common: they ask first, and an unanswered question is an answer of its own.
import * as z from "zod/mini";
import { type ConfirmationRequest, type Unconfirmed, unchangedText, unconfirmed } from "../../confirmation.ts";
import type { Context } from "../../context.ts";
import { lines } from "../../text/lines.ts";

/** The output fields of every guarded operation; its own are optional beside them. */
export const guardedFields = {
  status: z.enum(["done", "confirmation_required"]),
  changed: z.boolean(),
  confirm: z.optional(z.string()).check(z.describe("Pass it back to go ahead")),
  preview: z.optional(z.string()),
};

/** The output field of whatever the journal keeps. */
export const changeField = {
  change: z.optional(z.string()).check(z.describe("Journal id, for undo_change")),
};

/** A guarded operation that was carried out. */
export const DONE = { status: "done", changed: true } as const;

/** Asks for a yes; what comes back, if anything, is the operation's answer. Throws when the answer is no. */
export async function askFirst(context: Context, request: ConfirmationRequest): Promise<Unconfirmed | undefined> {
  const answer = await context.confirmation(request);
  return answer.granted ? undefined : unconfirmed(answer);
}

/** The text of an unanswered question; undefined once the operation is done. */
export function unconfirmedText(output: {
  readonly status: string;
  /** Something was, before the question came. */
  readonly changed: boolean;
  readonly confirm?: string | undefined;
  readonly preview?: string | undefined;
}): string | undefined {
  if (output.status === "done") return undefined;
  return lines(
    `${output.preview ?? ""} ${unchangedText(output.changed)}`,
    `To go ahead once the person agrees, call again with confirm: "${output.confirm ?? ""}".`,
  );
}

/** How to take it back, where the journal kept it. */
export function undoLine(change: string | undefined): string | undefined {
  return change === undefined ? undefined : `Change ${change}; undo_change takes it back.`;
}
