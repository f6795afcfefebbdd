// A write that is one request, with its intent on disk before and its outcome after.
import type { HeldRecord } from "../api/api.ts";
import type { Context } from "../context.ts";
import { rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import { type ErrorCode, VpsError } from "../errors.ts";
import type { ChangeIntent, OpenChange } from "../journal/journal.ts";
import type { PlannedChange } from "../plan/plan.ts";
import { count } from "../text/count.ts";

/**
 * Sends one request between intent and outcome.
 * @throws what `send` throws; an entry of which nothing came about is forgotten, one that nobody knows stays as unknown
 */
export async function journaled<Result>(
  { journal }: Context,
  intent: ChangeIntent,
  send: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly change: string }> {
  const entry = await journal.begin(intent);
  const result = await sendOrSettle(entry, intent, send);
  await entry.finish("done");
  if (intent.undoes !== undefined) await journal.markUndone(intent.undoes, entry.id);
  return { result, change: entry.id };
}

/**
 * Sends one request of an entry that stays open. Only the request's own failure decides over the entry: it is forgotten
 * where nothing came about, and unknown where nobody knows.
 * @throws what `send` throws
 */
export async function sendOrSettle<Result>(
  entry: OpenChange,
  { zoneEvent }: Pick<ChangeIntent, "zoneEvent">,
  send: () => Promise<Result>,
): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    if (isOutcomeUnknown(error, zoneEvent === "created" ? "create" : "update")) await entry.finish("unknown");
    else await entry.abandon();
    throw error;
  }
}

const MAYBE_DONE: readonly ErrorCode[] = ["outcome_unknown", "timeout", "cancelled", "unexpected_response"];
/** A broken connection or a 5xx; after a POST the API client has looked, and nothing was there. */
const MAYBE_DONE_UNLESS_LOOKED: readonly ErrorCode[] = ["unreachable", "unavailable"];

/** Whether the request may have been carried out although it failed. */
export function isOutcomeUnknown(error: unknown, action: PlannedChange["action"]): boolean {
  if (!(error instanceof VpsError)) return true;
  return MAYBE_DONE.includes(error.code) || (action !== "create" && MAYBE_DONE_UNLESS_LOOKED.includes(error.code));
}

/** The intent to make or delete a whole zone; `records` is what a deletion takes away. */
export function zoneIntent(
  operation: string,
  zone: string,
  { event, records = [] }: { readonly event: "created" | "deleted"; readonly records?: readonly DnsRecord[] },
): ChangeIntent {
  return {
    operation,
    zone,
    zoneEvent: event,
    summary: event === "created" ? "zone created" : `zone deleted with ${count(records.length, "record")}`,
    before: records,
    after: [],
    disturbed: [...new Set(records.map(rrsetKey))],
    created: [],
  };
}

/** The intent to take away a record of a kind not known here, which nothing can put back. */
export function lossIntent(operation: string, { zone, name, type }: HeldRecord): ChangeIntent {
  return {
    operation,
    zone: zone.domain,
    summary: "1 record of a kind not known here deleted for good",
    before: [],
    after: [],
    disturbed: [`${name} ${type}`],
    created: [],
    lost: 1,
  };
}

/** The intent to do to a domain what nothing takes back: a purchase, a transfer, a removal from the account. */
export function domainIntent(operation: string, domain: string, summary: string): ChangeIntent {
  return { operation, domain, summary, before: [], after: [], disturbed: [], created: [] };
}
