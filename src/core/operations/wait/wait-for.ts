// Waiting, after a write, until name servers answer it: what every operation with `wait` calls.
import type { Context } from "../../context.ts";
import { rdataKey } from "../../dns/compare.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { NetworkError } from "../../errors.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import type { Propagation } from "../shapes/propagation.ts";
import { checksOf } from "./checks-of.ts";

/** How long is waited where nobody says. */
export const DEFAULT_TIMEOUT_SECONDS = 120;

/** The two input fields, as fields.ts declares them; left out means `none` and 120 seconds. */
export interface WaitInput {
  readonly wait?: "none" | "authoritative" | "public" | undefined;
  /** Seconds. */
  readonly wait_timeout?: number | undefined;
}

/** What the servers should say: `present` is answered, `absent` is not, whatever stands beside them. */
export interface Awaited {
  /** Canonical. */
  readonly zone: string;
  readonly present?: readonly DnsRecord[];
  readonly absent?: readonly DnsRecord[];
  /** Those of `present` whose TTL alone was changed: for them the TTL is waited for. */
  readonly retimed?: readonly DnsRecord[];
  /** The journal id of the write, for what is said when the waiting is cancelled. */
  readonly change?: string | undefined;
}

/** What the servers should say once these changes have arrived. */
export function awaitedOf(
  changes: readonly PlannedChange[],
): Required<Pick<Awaited, "present" | "absent" | "retimed">> {
  const updates = changes.flatMap((change) => (change.action === "update" ? [change] : []));
  const retimed = updates.filter(
    ({ before, after }) => before.name === after.name && rdataKey(before) === rdataKey(after),
  );
  return {
    present: changes.flatMap((change) => (change.action === "delete" ? [] : [change.after])),
    absent: changes.flatMap((change) => (change.action === "create" ? [] : [change.before])),
    retimed: retimed.map(({ after }) => after),
  };
}

/**
 * Waits as `wait` says and gives the field for the result, empty for `none` and where there is nothing to wait for.
 * Time running out is a result (`propagated: false`), not an error: the write is done.
 * @throws NetworkError cancelled, naming the change
 */
export async function waitFor(
  context: Context,
  awaited: Awaited,
  { wait = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }: WaitInput,
): Promise<{ readonly propagation?: Propagation }> {
  const subject = { zone: awaited.zone, checks: checksOf(awaited) };
  if (wait === "none" || subject.checks.length === 0) return {};
  try {
    // Most writes wait for nothing: what asks name servers is loaded for those that do.
    const { watch } = await import("./watch.ts");
    return { propagation: await watch(context, subject, { wait, timeout }) };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw cancelledWaiting(awaited.change, error);
  }
}

/** A wait that was cut short: what was written stays, and is undone by its change. */
export function cancelledWaiting(change: string | undefined, cause: unknown): NetworkError {
  const kept = change === undefined ? "" : ` (change ${change})`;
  return new NetworkError("cancelled", `The waiting was cancelled; what was asked for is done${kept}.`, {
    hint: "check_propagation looks at the name servers without waiting.",
    cause,
  });
}
