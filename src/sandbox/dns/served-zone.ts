// One zone as the name server holds it: its tree of names, the records at each, and the SOA and apex NS that are the
// server's own. Knows nothing of questions; answer.ts does.
import { isWithin, parentOf } from "../../core/dns/name.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import type { RecordType } from "../../core/dns/record-types.ts";
import { InputError } from "../../core/errors.ts";
import type { Rrset, ServedType } from "./rrset.ts";
import { RrsetStore } from "./rrset-store.ts";

/** Seconds that the server's own SOA and NS may be kept. */
export const APEX_TTL_SECONDS = 3600;
/** The SOA's own figures, in its order: refresh, retry, expire and minimum, which is the negative TTL (RFC 2308 §4). */
const SOA_TIMERS_SECONDS = { refresh: 7200, retry: 900, expire: 1_209_600, minimum: 300 } as const;

/** A name that exists: with records, or only with names below it (an empty non-terminal, RFC 4592 §2.2.2). */
interface ZoneNode {
  readonly stores: Map<RecordType, RrsetStore>;
  children: number;
}

/** A zone that changes while it is served. */
export class ServedZone {
  readonly origin: string;
  readonly nameservers: readonly string[];
  serial: number;
  readonly #nodes = new Map<string, ZoneNode>();

  constructor(origin: string, nameservers: readonly string[], serial: number) {
    this.origin = origin;
    this.nameservers = nameservers;
    this.serial = serial;
    this.#nodes.set(origin, { stores: new Map(), children: 0 });
  }

  /** Throws InputError when the record's name is outside the zone. */
  check(record: DnsRecord): void {
    if (!isWithin(record.name, this.origin)) throw outsideZone();
  }

  /** Asks for a record that passes `check`. */
  add(record: DnsRecord): void {
    const { name } = record;
    const { stores } = this.#nodeFor(name);
    const store = stores.get(record.type) ?? new RrsetStore(name, record.type);
    store.add(record);
    stores.set(record.type, store);
  }

  /** Says whether there was such a record; its name, type and data count, its TTL does not. */
  remove(record: DnsRecord): boolean {
    const { name } = record;
    const node = this.#nodes.get(name);
    const store = node?.stores.get(record.type);
    if (node === undefined || store === undefined || !store.remove(record)) return false;
    if (store.isEmpty) node.stores.delete(record.type);
    this.#prune(name);
    return true;
  }

  /** Whether the name exists in the zone, be it as an empty non-terminal. */
  has(name: string): boolean {
    return this.#nodes.has(name);
  }

  rrset(name: string, type: ServedType): Rrset | undefined {
    if (type === "SOA") return name === this.origin ? this.soa() : undefined;
    const held = this.#nodes.get(name)?.stores.get(type)?.view();
    return held ?? (type === "NS" && name === this.origin ? this.#ownNs() : undefined);
  }

  /** Every RRset at a name, the server's own included. */
  rrsets(name: string): readonly Rrset[] {
    const held = [...(this.#nodes.get(name)?.stores.values() ?? [])].map((store) => store.view());
    if (name !== this.origin) return held;
    const own = held.some(({ type }) => type === "NS") ? [] : [this.#ownNs()];
    return [this.soa(), ...own, ...held];
  }

  soa(): Rrset {
    const { refresh, retry, expire, minimum } = SOA_TIMERS_SECONDS;
    const primary = this.nameservers[0] ?? ".";
    const value = `${primary} ${responsibleMailbox(primary)} ${this.serial} ${refresh} ${retry} ${expire} ${minimum}`;
    return { name: this.origin, type: "SOA", ttl: APEX_TTL_SECONDS, rdata: [{ value }] };
  }

  /** Every record that was added and not removed. */
  records(): readonly DnsRecord[] {
    return [...this.#nodes.values()].flatMap((node) => [...node.stores.values()].flatMap((store) => store.records()));
  }

  #ownNs(): Rrset {
    return {
      name: this.origin,
      type: "NS",
      ttl: APEX_TTL_SECONDS,
      rdata: this.nameservers.map((value) => ({ value })),
    };
  }

  #nodeFor(name: string): ZoneNode {
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    const node: ZoneNode = { stores: new Map(), children: 0 };
    this.#nodes.set(name, node);
    this.#nodeFor(parentOf(name)).children++;
    return node;
  }

  /** Takes away the names that nothing keeps any more, from this one upwards; the apex stays. */
  #prune(name: string): void {
    const node = this.#nodes.get(name);
    if (name === this.origin || node === undefined || node.stores.size > 0 || node.children > 0) return;
    this.#nodes.delete(name);
    const parent = parentOf(name);
    const above = this.#nodes.get(parent);
    if (above !== undefined) above.children--;
    this.#prune(parent);
  }
}

/** `ns1.vps.org` is looked after by `hostmaster.vps.org`, an address spelt as a name (RFC 1035 §3.3.13, RFC 2142 §7). */
function responsibleMailbox(primary: string): string {
  return primary === "." ? primary : `hostmaster.${parentOf(primary) || primary}`;
}

function outsideZone(): InputError {
  return new InputError("invalid_name", "The record's name is not inside the zone.", {
    hint: "Give a name at or below the zone's apex.",
    field: "name",
  });
}
