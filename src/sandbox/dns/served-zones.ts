// The zones that a name server answers for: what changes them, and who hears of it.
import type { DnsRecord } from "../../core/dns/record.ts";
import { InputError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import { ancestry } from "./ancestry.ts";
import { nextSerial } from "./serial.ts";
import { ServedZone } from "./served-zone.ts";
import type { ZoneChange, ZoneSettings } from "./zone-change.ts";

/** What VPS.org's zones are served by (contract, "Domain"). */
const DEFAULT_NAMESERVERS: readonly string[] = ["ns1.vps.org", "ns2.vps.org"];

/**
 * All zones of a name server. Look-ups cost the name's labels, changes the record's, however many records there are.
 * Every change moves the zone's serial once: to the clock's seconds where that is newer, by one otherwise.
 */
export class ServedZones {
  readonly #zones = new Map<string, ServedZone>();
  readonly #listeners = new Set<(change: ZoneChange) => void>();
  readonly #clock: Pick<Clock, "now"> | undefined;

  constructor({ clock }: { readonly clock?: Pick<Clock, "now"> } = {}) {
    this.#clock = clock;
  }

  /** Throws `zone_exists` when it is there already. */
  addZone(origin: string, settings: ZoneSettings = {}): void {
    if (this.#zones.has(origin)) {
      throw new InputError("zone_exists", `The zone ${origin} is already served.`, { hint: "Remove it first." });
    }
    const { records = [] } = settings;
    const nameservers = settings.nameservers?.length === 0 ? undefined : settings.nameservers;
    const serial = settings.serial ?? nextSerial(0, this.#seconds());
    const zone = new ServedZone(origin, nameservers ?? DEFAULT_NAMESERVERS, serial);
    for (const record of records) zone.check(record);
    for (const record of records) zone.add(record);
    this.#zones.set(origin, zone);
    this.#tell({ kind: "zone-added", origin, serial, nameservers: zone.nameservers, records });
  }

  /** Says whether it was there. */
  removeZone(origin: string): boolean {
    if (!this.#zones.delete(origin)) return false;
    this.#tell({ kind: "zone-removed", origin });
    return true;
  }

  addRecord(origin: string, record: DnsRecord): void {
    this.changeRecords(origin, { added: [record] });
  }

  /** Takes away the record of this name, type and data, whatever its TTL; one that is not there is left at that. */
  removeRecord(origin: string, record: DnsRecord): void {
    this.changeRecords(origin, { removed: [record] });
  }

  /** Removes, then adds, as one change with one serial: no question is answered in between. */
  changeRecords(
    origin: string,
    change: {
      readonly removed?: readonly DnsRecord[];
      readonly added?: readonly DnsRecord[];
      readonly serial?: number;
    },
  ): void {
    const zone = this.#zoneNamed(origin);
    const added = change.added ?? [];
    // Before anything is touched: a change that cannot be made whole is not begun.
    for (const record of added) zone.check(record);
    const removed = (change.removed ?? []).filter((record) => zone.remove(record));
    for (const record of added) zone.add(record);
    if (removed.length === 0 && added.length === 0 && change.serial === undefined) return;
    zone.serial = change.serial ?? nextSerial(zone.serial, this.#seconds());
    this.#tell({ kind: "records-changed", origin: zone.origin, serial: zone.serial, removed, added });
  }

  /** The SOA serial that the zone carries now; throws `zone_not_found`. */
  serial(origin: string): number {
    return this.#zoneNamed(origin).serial;
  }

  /** The zone that holds a canonical name: the one with the longest origin at or above it. */
  zoneOf(name: string): ServedZone | undefined {
    const origin = ancestry(name).find((above) => this.#zones.has(above));
    return origin === undefined ? undefined : this.#zones.get(origin);
  }

  /** The zone of exactly this origin. */
  zoneAt(origin: string): ServedZone | undefined {
    return this.#zones.get(origin);
  }

  origins(): readonly string[] {
    return [...this.#zones.keys()];
  }

  /** Everything there is, as the changes that would make it from nothing. */
  snapshot(): readonly ZoneChange[] {
    return [...this.#zones.values()].map((zone) => ({
      kind: "zone-added",
      origin: zone.origin,
      serial: zone.serial,
      nameservers: zone.nameservers,
      records: zone.records(),
    }));
  }

  /** Calls back after each change, in order, until the returned function is called. */
  watch(listener: (change: ZoneChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Carries out a change that another set of zones told of, serial included. */
  replay(change: ZoneChange): void {
    if (change.kind === "zone-added") this.addZone(change.origin, change);
    else if (change.kind === "zone-removed") this.removeZone(change.origin);
    else this.changeRecords(change.origin, change);
  }

  #zoneNamed(origin: string): ServedZone {
    const zone = this.#zones.get(origin);
    if (zone !== undefined) return zone;
    throw new InputError("zone_not_found", `The zone ${origin} is not served.`, { hint: "Add the zone first." });
  }

  #seconds(): number | undefined {
    return this.#clock === undefined ? undefined : Math.floor(this.#clock.now() / 1000);
  }

  #tell(change: ZoneChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
