// Deletes a record of a kind not known here: nothing else can be judged by it and nothing can put it back, so it asks.
import type { HeldRecord } from "../api/api.ts";
import { type Unconfirmed, unconfirmed } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { idText } from "../text/plain-text.ts";
import { journaled, lossIntent } from "./journaled.ts";

/** A record to delete for good, with what a yes to it is bound to. */
export interface RecordLoss {
  readonly operation: string;
  readonly held: HeldRecord;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm: string | undefined;
}

/** Deletes it for good, once a person agrees; gives back the journal's id. */
export async function loseRecord(
  context: Context,
  { operation, held, input, confirm }: RecordLoss,
): Promise<{ readonly status: "done"; readonly change: string } | Unconfirmed> {
  const { id, type, value, zone } = held;
  const answer = await context.confirmation({
    operation,
    target: zone.domain,
    given: confirm,
    input,
    observed: { id, type, value },
    preview: `This deletes a record of a kind not known here from ${zone.domain} (id ${idText(id)}), and nothing can put it back.`,
  });
  if (!answer.granted) return unconfirmed(answer);
  return context.journal.exclusively(
    zone.domain,
    async () => {
      const intent = lossIntent(operation, held);
      const { change } = await journaled(context, intent, () => context.api.records.delete(id));
      return { status: "done" as const, change };
    },
    context.signal,
  );
}
