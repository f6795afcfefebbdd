// What is known of each RRset of a zone, found by owner name and type. A zone may have a hundred thousand of them: no key
// is made of the two, who asks in the order they came in needs no hash table, and a map made of a map shares its table.
import type { Rrset } from "./compare.ts";
import type { DnsRecord } from "./record.ts";

/** What tells an RRset from the others of its zone. */
export interface RrsetPlace {
  readonly name: string;
  readonly type: string;
}

/** One value an RRset, in order of first sight. */
export class RrsetMap<Value> {
  readonly #places: Places;
  /** By position, with holes for RRsets that another map of the same places has alone. */
  readonly #slots: (Value | undefined)[] = [];
  readonly #values: Value[] = [];

  constructor(places = new Places()) {
    this.#places = places;
  }

  get size(): number {
    return this.#values.length;
  }

  get(place: RrsetPlace): Value | undefined {
    const at = this.#places.find(place);
    return at === undefined ? undefined : this.#slots[at];
  }

  /** Gives an RRset that nobody has added yet its value. */
  add(place: RrsetPlace, value: Value): Value {
    this.#slots.push(value);
    this.#values.push(value);
    this.#places.add(place);
    return value;
  }

  values(): readonly Value[] {
    return this.#values;
  }

  /** The values of all RRsets of one owner name. */
  atName(name: string): readonly Value[] {
    return this.#places.atName(name).flatMap((at) => this.#slots[at] ?? []);
  }

  /** The same RRsets with other values, but for those that get none; nothing is added to either map afterwards. */
  map<Next>(valueOf: (value: Value) => Next | undefined): Omit<RrsetMap<Next>, "add"> {
    const mapped = new RrsetMap<Next>(this.#places);
    for (const value of this.#slots) {
      const next = value === undefined ? undefined : valueOf(value);
      mapped.#slots.push(next);
      if (next !== undefined) mapped.#values.push(next);
    }
    return mapped;
  }
}

/** RRsets numbered in order of first sight. */
class Places {
  readonly #all: RrsetPlace[] = [];
  readonly #byType = new Map<string, Map<string, number>>();
  /** Behind the one found last. */
  #next = 0;

  find({ name, type }: RrsetPlace): number | undefined {
    const next = this.#all[this.#next];
    const isNext = next !== undefined && next.name === name && next.type === type;
    const at = isNext ? this.#next : this.#byType.get(type)?.get(name);
    if (at !== undefined) this.#next = at + 1;
    return at;
  }

  add(place: RrsetPlace): void {
    const at = this.#all.push(place) - 1;
    const ofType = this.#byType.get(place.type);
    if (ofType === undefined) this.#byType.set(place.type, new Map([[place.name, at]]));
    else ofType.set(place.name, at);
  }

  atName(name: string): readonly number[] {
    return [...this.#byType.values()].flatMap((ofType) => ofType.get(name) ?? []);
  }
}

/** The RRsets that records make, both in order of first sight. */
export function groupRrsets(records: readonly DnsRecord[]): RrsetMap<Rrset> {
  const groups = new RrsetMap<Rrset & { readonly records: DnsRecord[] }>();
  for (const record of records) {
    const group = groups.get(record);
    if (group === undefined) groups.add(record, { name: record.name, type: record.type, records: [record] });
    else group.records.push(record);
  }
  return groups;
}
