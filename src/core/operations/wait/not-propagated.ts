// How a door that fails a step on time running out (the Action, `vps-dns call`) learns of it: from the result.
import * as z from "zod";
import { VpsError } from "../../errors.ts";

const unanswered = z.object({ propagation: z.object({ propagated: z.literal(false) }), change: z.string().optional() });

/** The error that a result stands for where its waiting ended without success; undefined for every other result. */
export function notPropagated(output: unknown): VpsError | undefined {
  const found = unanswered.safeParse(output);
  if (!found.success) return undefined;
  const { change } = found.data;
  const kept = change === undefined ? "" : ` (change ${change})`;
  return new VpsError("not_propagated", `The change is made${kept}, and not all name servers answer it yet.`, {
    hint: "propagation in the result names the servers and what they said; check_propagation looks again.",
  });
}
