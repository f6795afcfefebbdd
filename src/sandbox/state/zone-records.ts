// The records of one zone, indexed so that a write costs the same however many there are.
import { rdataKey } from "../../core/dns/compare.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import { RECORD_TYPES, type RecordType } from "../../core/dns/record-types.ts";
import type { HeldRecord } from "./entities.ts";

/** The records of one zone. */
export class ZoneRecords {
  readonly #byId = new Map<string, HeldRecord>();
  /** Owner name and type, then rdata: an RRset holds each rdata once (RFC 2181 §5). */
  readonly #rrsets = new Map<string, Map<string, HeldRecord>>();

  get size(): number {
    return this.#byId.size;
  }

  /** In the order in which they were created. */
  all(): readonly HeldRecord[] {
    return [...this.#byId.values()];
  }

  rrset(name: string, type: RecordType): readonly HeldRecord[] {
    return [...(this.#rrsets.get(rrsetName(name, type))?.values() ?? [])];
  }

  /** The record of the same name, type and rdata, whatever its TTL. */
  find(record: DnsRecord): HeldRecord | undefined {
    return this.#rrsets.get(rrsetName(record.name, record.type))?.get(rdataKey(record));
  }

  /** The types that a name has, in no particular order. */
  typesAt(name: string): readonly RecordType[] {
    return RECORD_TYPES.filter((type) => this.#rrsets.has(rrsetName(name, type)));
  }

  /** Returns the record whose place it took. */
  put(held: HeldRecord): HeldRecord | undefined {
    const before = this.#byId.get(held.id);
    this.#byId.set(held.id, held);
    const { name, type } = held.record;
    // A change of its TTL alone leaves it where it is; much of a journal's history is that.
    if (before !== undefined && !hasSameKey(before.record, held.record)) this.#removeFromRrset(before);
    const key = rrsetName(name, type);
    const rrset = this.#rrsets.get(key);
    if (rrset === undefined) this.#rrsets.set(key, new Map([[rdataKey(held.record), held]]));
    else rrset.set(rdataKey(held.record), held);
    return before;
  }

  remove(held: HeldRecord): void {
    this.#byId.delete(held.id);
    this.#removeFromRrset(held);
  }

  #removeFromRrset({ record }: HeldRecord): void {
    const key = rrsetName(record.name, record.type);
    const rrset = this.#rrsets.get(key);
    rrset?.delete(rdataKey(record));
    if (rrset?.size === 0) this.#rrsets.delete(key);
  }
}

function hasSameKey(one: DnsRecord, other: DnsRecord): boolean {
  return one.name === other.name && one.type === other.type && rdataKey(one) === rdataKey(other);
}

function rrsetName(name: string, type: RecordType): string {
  return `${type} ${name}`;
}
