// Waiting, after a write, until name servers answer it: what every operation with `wait` calls.
import type { Context } from "../../context.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { VpsError } from "../../errors.ts";
import type { Propagation } from "../shapes/propagation.ts";

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
  /** The journal id of the write, for what is said when the waiting is cancelled. */
  readonly change?: string | undefined;
}

/**
 * Waits as `wait` says and gives the field for the result, empty for `none`. Time running out is a result
 * (`propagated: false`), not an error: the write is done.
 * @throws NetworkError cancelled, naming the change
 */
export async function waitFor(
  _context: Context,
  _awaited: Awaited,
  { wait = "none" }: WaitInput,
): Promise<{ readonly propagation?: Propagation }> {
  await Promise.resolve();
  if (wait === "none") return {};
  throw new VpsError("internal", "Waiting is not built in.");
}
