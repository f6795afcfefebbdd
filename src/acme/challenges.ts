// Adds a challenge's record and waits until it is answered; removes that record and no other.
import type { Confirmation } from "../core/confirmation.ts";
import type { Context } from "../core/context.ts";
import { withFinalDot } from "../core/dns/name.ts";
import { ensureRecords } from "../core/operations/ensure-records.ts";
import { notPropagated } from "../core/operations/wait/not-propagated.ts";
import { runOperation } from "../core/run-operation.ts";
import { acmeJournal } from "./acme-journal.ts";
import type { Challenge } from "./challenge.ts";
import { locate } from "./locate.ts";
import { retryOvertaken } from "./retry-overtaken.ts";

/** Seconds; a challenge lives for minutes, and the next one at its name must not wait for the caches. */
const CHALLENGE_TTL = 60;

export const WAITS = ["none", "authoritative", "public"] as const;

export interface WaitSettings {
  readonly wait: (typeof WAITS)[number];
  /** Seconds. */
  readonly waitTimeout: number;
}

/** What became of a challenge. */
export interface Settled {
  /** Where its record is or was; canonical. */
  readonly name: string;
  /** False where it was so already. */
  readonly changed: boolean;
}

/** Nothing but the very record of a challenge is touched: there is nothing to ask a person about. */
export const granted: Confirmation = () => Promise.resolve({ granted: true });

/**
 * Adds the challenge's value beside whatever is at its name.
 * @throws VpsError not_propagated when time runs out; what locate and ensure_records throw
 */
export function present(context: Context, challenge: Challenge, settings: WaitSettings): Promise<Settled> {
  return retryOvertaken(context, () => add(context, challenge, settings));
}

/** Removes the challenge's value; one that is not there is removed already. */
export function cleanUp(context: Context, challenge: Challenge): Promise<Settled> {
  return retryOvertaken(context, () => remove(context, challenge));
}

async function add(context: Context, challenge: Challenge, settings: WaitSettings): Promise<Settled> {
  const { zone, name, texts } = await locate(context, challenge.name);
  const record = {
    type: "TXT",
    name: withFinalDot(name),
    value: challenge.value,
    // A TTL is the whole RRset's, and what is there may be others'.
    ...(texts.length === 0 ? { ttl: CHALLENGE_TTL } : {}),
  };
  const output = await runOperation(
    ensureRecords,
    { zone: zone.id, records: [record], wait: settings.wait, wait_timeout: settings.waitTimeout },
    { ...context, journal: acmeJournal(context.journal, "present") },
  );
  const late = notPropagated(output);
  if (late !== undefined) throw late;
  return { name, changed: output.changed };
}

async function remove(context: Context, challenge: Challenge): Promise<Settled> {
  const { zone, name, texts } = await locate(context, challenge.name);
  const isThere = texts.some(({ value }) => value === challenge.value);
  if (isThere) await takeAway(context, zone.id, [{ name, value: challenge.value }]);
  return { name, changed: isThere };
}

/** Removes TXT records of a zone by name and value. */
export async function takeAway(context: Context, zone: string, gone: readonly Challenge[]): Promise<void> {
  const records = gone.map(({ name, value }) => ({ type: "TXT", name: withFinalDot(name), value }));
  await runOperation(
    ensureRecords,
    { zone, records, state: "absent" },
    { ...context, journal: acmeJournal(context.journal, "cleanup") },
  );
}
