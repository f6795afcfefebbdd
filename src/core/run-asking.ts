// Runs an operation through the confirmation ladder, with a person behind the call where there is one.
import type * as z from "zod/mini";
import type { Confirmation } from "./confirmation.ts";
import { confirmationLadder, type Ladder, OpenQuestion } from "./confirmation-ladder.ts";
import type { Context } from "./context.ts";
import { VpsError } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { runOperation } from "./run-operation.ts";

/** What a person said; `unanswered` where the question broke or nobody answered it. */
export type PersonsAnswer = "yes" | "no" | "unanswered";

/** An operation with everything that decides how its question is put. */
export interface AskingCall<I extends z.ZodMiniObject, O extends z.ZodMiniObject> {
  readonly operation: Operation<I, O>;
  readonly input: unknown;
  readonly ladder: Ladder;
  /** This call's context around a confirmation. */
  readonly context: (confirmation: Confirmation) => Context;
  /** Asks the person; absent where there is none. What it throws ends the call. */
  readonly ask?: ((question: OpenQuestion) => Promise<PersonsAnswer>) | undefined;
  /** The answer to a question of an earlier run of this call, with that question's token. */
  readonly heard?: { readonly answer: PersonsAnswer; readonly token: string } | undefined;
}

/**
 * Runs the operation, asks where it must, and runs it again with a yes.
 * @throws VpsError confirmation_declined after a no; what the operation and the ladder throw
 */
export async function runAsking<I extends z.ZodMiniObject, O extends z.ZodMiniObject>(
  call: AskingCall<I, O>,
): Promise<z.output<O>> {
  const { operation, input, ladder, heard } = call;
  // What the person turned down, or was never shown, must not be good for anything later.
  const refused = heard === undefined || heard.answer === "yes" ? undefined : await ladder.tokens.consume(heard.token);
  if (heard?.answer === "no") throw declined(operation.name, refused?.begun);
  const ask = heard?.answer === "unanswered" ? undefined : call.ask;
  const resumed = heard === undefined ? {} : { resumed: heard.answer === "yes" ? { yes: heard.token } : {} };
  const confirmation = confirmationLadder({ ...ladder, canAsk: ask !== undefined, ...resumed });
  try {
    return await runOperation(operation, input, call.context(confirmation));
  } catch (error) {
    if (!(error instanceof OpenQuestion) || ask === undefined) throw error;
    return runAsking({ ...call, heard: { answer: await ask(error), token: error.token } });
  }
}

function declined(operation: string, begun: string | undefined): VpsError {
  const message = `The person declined ${begun === undefined ? "" : "the rest of "}${operation}, so it was not done.`;
  return new VpsError("confirmation_declined", begun === undefined ? message : `${begun} ${message}`, {
    hint: "Do not repeat it unless the person asks for it again.",
  });
}
