// The records of one zone or of all that may be seen, with as few requests as the API's rows allow.
import type { HeldRecord, Listing } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { visibleZones } from "./allowed.ts";
import { resolveZone } from "./resolve-zone.ts";

/** Which records; without a zone, those of all. */
export interface RecordsWanted {
  readonly zone?: string | undefined;
  readonly type?: string | undefined;
}

/** Every record wanted that the allow-list lets be seen. */
export async function collectRecords(context: Context, { zone, type }: RecordsWanted): Promise<Listing<HeldRecord>> {
  if (zone === undefined) return collectEverywhere(context, type);
  const { records } = context.api;
  const ref = await resolveZone(context, zone);
  return type === undefined ? records.listInZone(ref) : records.list({ zone: ref, type });
}

async function collectEverywhere(context: Context, type: string | undefined): Promise<Listing<HeldRecord>> {
  const { api, policy } = context;
  const { zones, incomplete } = await visibleZones(context);
  const filter = type === undefined ? {} : { type };
  // With an allow-list the account-wide list would also read what must not be read.
  const everywhere = policy.zones.length === 0 ? await api.records.listAll(zones, filter) : undefined;
  if (everywhere !== undefined) return { ...everywhere, incomplete: everywhere.incomplete || incomplete };
  const listings = await Promise.all(
    zones.map((ref) => (type === undefined ? api.records.listInZone(ref) : api.records.list({ zone: ref, type }))),
  );
  return {
    items: listings.flatMap(({ items }) => items),
    total: listings.reduce((sum, { total }) => sum + total, 0),
    incomplete: incomplete || listings.some((listing) => listing.incomplete),
  };
}
