// How a door that fails a step on time running out (the Action, `vps-dns call`) learns of it: from the result.
import * as z from "zod/mini";
import { VpsError } from "../../errors.ts";
import { placeText, type Propagation, propagationField } from "../shapes/propagation.ts";

const LAGGARDS_TOLD = 4;
const LOOK_AGAIN = "check_propagation looks again.";

const waited = z.object({ ...propagationField, change: z.optional(z.string()) });

/**
 * The error that a result stands for where its waiting ended without success, naming who does not answer yet and why;
 * undefined for every other result.
 */
export function notPropagated(output: unknown): VpsError | undefined {
  const { propagation, change } = waited.safeParse(output).data ?? {};
  if (propagation === undefined || propagation.propagated) return undefined;
  const made = change === undefined ? "It was so already" : `The change is made (change ${change})`;
  // A purchase waits for the domain and asks no name server.
  if (propagation.servers.length === 0) {
    return new VpsError("not_propagated", `${made}, and the domain is not active yet.`, {
      hint: propagation.note ?? LOOK_AGAIN,
    });
  }
  return new VpsError("not_propagated", `${made}, and not all name servers answer it yet.`, {
    hint: laggardsText(propagation),
  });
}

/** Words of ours only: what a server answered is other people's text and has no place in an error. */
function laggardsText({ servers, note }: Propagation): string {
  const laggards = servers.filter(({ ok }) => !ok);
  const told = laggards.slice(0, LAGGARDS_TOLD).map((row) => `${placeText(row)}: ${row.error ?? "Not yet."}`);
  const more = laggards.length > told.length ? [`And ${laggards.length - told.length} more.`] : [];
  // A delegation to others is the reason of all the rest.
  return [...(note === undefined ? [] : [note]), ...told, ...more, LOOK_AGAIN].join(" ");
}
