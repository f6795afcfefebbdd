// A zone as it is now, read once for everything a write has to know.
import type { HeldRecord, ZoneRef } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { rrsetKey } from "../../dns/compare.ts";
import type { DnsRecord } from "../../dns/record.ts";

export interface ZoneState {
  readonly zone: ZoneRef;
  readonly held: readonly HeldRecord[];
  /** The records that the DNS core understands; the others are never touched. */
  readonly records: readonly DnsRecord[];
  /** The API counted more records than it gave: what is not seen may be there. */
  readonly incomplete: boolean;
}

export async function readZone({ api }: Pick<Context, "api">, zone: ZoneRef): Promise<ZoneState> {
  const { items, incomplete } = await api.records.listInZone(zone);
  return {
    zone,
    held: items,
    records: items.flatMap(({ record }) => (record === undefined ? [] : [record])),
    incomplete,
  };
}

/** The records of one owner name and type. */
export function rrsetOf(state: ZoneState, of: Pick<DnsRecord, "name" | "type">): readonly HeldRecord[] {
  const key = rrsetKey(of);
  return state.held.filter(({ record }) => record !== undefined && rrsetKey(record) === key);
}
