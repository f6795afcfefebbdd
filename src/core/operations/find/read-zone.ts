// A zone as it is now, read once for everything a write has to know.
import type { HeldRecord, Zone, ZoneRef } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { rrsetKey } from "../../dns/compare.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { checkEarly, resolveZone, type WholeZone, zoneById, zoneNameOf } from "./resolve-zone.ts";

/** A zone and its records as they were read. */
export interface ZoneState {
  readonly zone: ZoneRef;
  readonly held: readonly HeldRecord[];
  /** The records that the DNS core understands; the others are never touched. */
  readonly records: readonly DnsRecord[];
  /** The API counted more records than it gave: what is not seen may be there. */
  readonly incomplete: boolean;
  /** When the reading began: what was changed after is not in it. Milliseconds since the epoch. */
  readonly readAt: number;
}

/** The zone that a name or an id stands for, as it is: two requests for a name, one for an id. */
export async function openZone(context: Context, given: string): Promise<ZoneState> {
  if (zoneNameOf(given) !== undefined) return readZone(context, await resolveZone(context, given));
  const readAt = context.clock.now();
  const { zone, records } = await zoneById(context, given);
  return zoneState(zone, { items: records, incomplete: isShort(zone, records), readAt });
}

/**
 * The zone, and what `read` makes of an input for it: before the first request where the zone's own name tells enough,
 * so that nothing is asked for an input that is refused.
 */
export async function openZoneWith<Read>(
  context: Context,
  given: string,
  read: (zone: string) => Promise<Read>,
): Promise<{ readonly state: ZoneState; readonly read: Read }> {
  const early = await checkEarly(given, async (name) => ({ name, read: await read(name) }));
  const state = await openZone(context, given);
  const zone = state.zone.domain;
  // An id may look like a name.
  return { state, read: early?.name === zone ? early.read : await read(zone) };
}

/** The zone's records as they are now, in one list. */
export async function readZone({ api, clock }: Pick<Context, "api" | "clock">, zone: ZoneRef): Promise<ZoneState> {
  const readAt = clock.now();
  return zoneState(zone, { ...(await api.records.listInZone(zone)), readAt });
}

/** The zone with its records as Z2 gives them. */
export async function readWholeZone(context: Context, given: string): Promise<WholeZone> {
  if (zoneNameOf(given) === undefined) return zoneById(context, given);
  return context.api.zones.get((await resolveZone(context, given)).id);
}

/** The records of one owner name and type. */
export function rrsetOf(state: ZoneState, of: Pick<DnsRecord, "name" | "type">): readonly HeldRecord[] {
  const key = rrsetKey(of);
  return state.held.filter(({ record }) => record !== undefined && rrsetKey(record) === key);
}

function zoneState(
  zone: ZoneRef,
  {
    items,
    incomplete,
    readAt,
  }: { readonly items: readonly HeldRecord[]; readonly incomplete: boolean; readonly readAt: number },
): ZoneState {
  return { zone, held: items, records: items.flatMap(({ record }) => record ?? []), incomplete, readAt };
}

/** Whether the API counted more records than it gave. */
export function isShort({ recordCount }: Zone, records: readonly HeldRecord[]): boolean {
  return recordCount !== undefined && recordCount > records.length;
}
