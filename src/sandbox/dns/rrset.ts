// What the name server hands out: RRsets in presentation form, before any byte.
import type { Rdata } from "../../core/dns/rdata/record-type-row.ts";
import type { RecordType } from "../../core/dns/record-types.ts";

/** The types the server can hold: what the API takes, and the SOA that it keeps itself. */
export type ServedType = RecordType | "SOA";

/**
 * All data of one name and type (RFC 2181 §5), with its one TTL in seconds; `name` is canonical as in core/dns/name.ts,
 * an SOA's value is `mname rname serial refresh retry expire minimum`.
 */
export interface Rrset {
  readonly name: string;
  readonly type: ServedType;
  readonly ttl: number;
  readonly rdata: readonly Rdata[];
}
