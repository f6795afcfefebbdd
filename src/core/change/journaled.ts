// A write that is one request, with its intent on disk before and its outcome after.
import type { Context } from "../context.ts";
import { rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import { VpsError } from "../errors.ts";
import { count } from "../text/count.ts";
import type { ChangeIntent } from "../journal/journal.ts";

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
  try {
    const result = await send();
    await entry.finish("done");
    if (intent.undoes !== undefined) await journal.markUndone(intent.undoes, entry.id);
    return { result, change: entry.id };
  } catch (error) {
    if (isOutcomeUnknown(error)) await entry.finish("unknown");
    else await entry.abandon();
    throw error;
  }
}

/** Whether the request may have been carried out although it failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!(error instanceof VpsError)) return true;
  return ["outcome_unknown", "timeout", "cancelled", "unexpected_response"].includes(error.code);
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
