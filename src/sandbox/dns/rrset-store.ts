// One RRset that records come to and go from. Each record is looked up by its data, so size costs nothing.
import { rdataKey } from "../../core/dns/compare.ts";
import type { Rdata } from "../../core/dns/rdata/record-type-row.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import type { Rrset } from "./rrset.ts";

/** `copies`: the API may hold the same record twice; the RRset shows it once (RFC 2181 §5) until the last one goes. */
interface Entry {
  readonly record: DnsRecord;
  readonly copies: number;
}

export class RrsetStore {
  readonly #name: string;
  readonly #type: DnsRecord["type"];
  readonly #entries = new Map<string, Entry>();
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
    const entry = this.#entries.get(key);
    this.#entries.set(key, { record: entry?.record ?? record, copies: (entry?.copies ?? 0) + 1 });
    this.#view = undefined;
  }

  /** Says whether there was such a record. */
  remove(record: DnsRecord): boolean {
    const key = rdataKey(record);
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    if (entry.copies > 1) this.#entries.set(key, { ...entry, copies: entry.copies - 1 });
    else this.#entries.delete(key);
    this.#view = undefined;
    return true;
  }

  /** Every record, copies included, in the order they came. */
  records(): readonly DnsRecord[] {
    return [...this.#entries.values()].flatMap(({ record, copies }) => Array.from({ length: copies }, () => record));
  }

  /** The RRset as it is answered. The oldest record's TTL is everybody's: so BIND loads a file with several of them. */
  view(): Rrset {
    this.#view ??= {
      name: this.#name,
      type: this.#type,
      ttl: this.#entries.values().next().value?.record.ttl ?? 0,
      rdata: [...this.#entries.values()].map(({ record }) => rdataOf(record)),
    };
    return this.#view;
  }
}

function rdataOf({ value, priority }: DnsRecord): Rdata {
  return priority === undefined ? { value } : { value, priority };
}
