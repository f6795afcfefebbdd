// One RRset that records come to and go from. Each record is looked up by its data, so size costs nothing.
import { rdataKey } from "../../core/dns/compare.ts";
import type { Rdata } from "../../core/dns/rdata/record-type-row.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import type { Rrset } from "./rrset.ts";

/** The API may hold the same record twice; the RRset shows it once (RFC 2181 §5) until the last one goes. */
type Copies = readonly [DnsRecord, ...DnsRecord[]];

/** An RRset that changes. */
export class RrsetStore {
  readonly #name: string;
  readonly #type: DnsRecord["type"];
  readonly #entries = new Map<string, Copies>();
  #view: Rrset | undefined;

  constructor(name: string, type: DnsRecord["type"]) {
    this.#name = name;
    this.#type = type;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  add(record: DnsRecord): void {
    const key = rdataKey(record);
    this.#entries.set(key, [record, ...(this.#entries.get(key) ?? [])]);
    this.#view = undefined;
  }

  /** Says whether there was such a record; of several that differ in TTL alone the one with this TTL goes. */
  remove(record: DnsRecord): boolean {
    const key = rdataKey(record);
    const copies = this.#entries.get(key);
    if (copies === undefined) return false;
    const gone = Math.max(
      0,
      copies.findIndex(({ ttl }) => ttl === record.ttl),
    );
    const [first, ...rest] = copies.toSpliced(gone, 1);
    if (first === undefined) this.#entries.delete(key);
    else this.#entries.set(key, [first, ...rest]);
    this.#view = undefined;
    return true;
  }

  /** Every record, copies included. */
  records(): readonly DnsRecord[] {
    return [...this.#entries.values()].flat();
  }

  /**
   * The RRset as it is answered. The lowest TTL is everybody's: what whoever meets several must take them for (RFC 2181
   * §5.2), and the same whatever order the records came in.
   */
  view(): Rrset {
    this.#view ??= {
      name: this.#name,
      type: this.#type,
      ttl: this.records().reduce((lowest, { ttl }) => Math.min(lowest, ttl), Number.POSITIVE_INFINITY),
      rdata: [...this.#entries.values()].map(([record]) => rdataOf(record)),
    };
    return this.#view;
  }
}

function rdataOf({ value, priority }: DnsRecord): Rdata {
  return priority === undefined ? { value } : { value, priority };
}
