// A zone as a pure model: what requests do to it, and generated zones to plan between.
import * as fc from "fast-check";
import { rdataKey, rrsetKey } from "../../../src/core/dns/compare.ts";
import { parseRecord } from "../../../src/core/dns/parse-record.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { checkZone } from "../../../src/core/dns/zone-rules.ts";
import { InputError } from "../../../src/core/errors.ts";
import type { ObservedRecord, PlannedChange } from "../../../src/core/plan/plan.ts";

export const ZONE = "example.com";

/** Records by id. */
export type ZoneModel = ReadonlyMap<string, DnsRecord>;

export function modelOf(records: readonly DnsRecord[]): ZoneModel {
  return new Map(records.map((record, at) => [`rec-${at}`, record]));
}

export function observedOf(model: ZoneModel): ObservedRecord[] {
  return [...model].map(([id, record]) => ({ id, ...record, record }));
}

/** The model after one request; a request for an id that is not there is a defect of the plan. */
export function after(model: ZoneModel, change: PlannedChange): ZoneModel {
  const next = new Map(model);
  if (change.action === "create") {
    next.set(`new-${next.size}-${exact(change.after)}`, change.after);
    return next;
  }
  const held = next.get(change.id);
  if (held === undefined || exact(held) !== exact(change.before))
    throw new Error(`${change.action} of what is not there`);
  if (change.action === "delete") next.delete(change.id);
  else next.set(change.id, change.after);
  return next;
}

/** Errors by which BIND would refuse the zone; a mixed TTL on the way is none (one TTL per RRset is owed in the end). */
export function errorsOf(model: ZoneModel): string[] {
  return checkZone({ zone: ZONE, records: [...model.values()] })
    .filter(({ severity }) => severity === "error")
    .filter(({ id }) => id !== "mixed-ttl")
    .map(({ id, name }) => `${id} at ${name}`);
}

/** A record with its TTL as one comparable text. */
export function exact(record: DnsRecord): string {
  return `${rrsetKey(record)} ${record.ttl} ${rdataKey(record)}`;
}

export function exactSet(records: Iterable<DnsRecord>): string[] {
  return [...records].map(exact).sort();
}

const NAMES = ["@", "www", "mail", "a", "b", "c", "*.w", "x.w"];
const TARGETS = ["www", "mail", "a", "b", "c", "x.w", "mx.example.net"];

const rrset = fc.record({
  name: fc.constantFrom(...NAMES),
  ttl: fc.constantFrom(60, 300, 3600),
  content: fc.oneof(
    rdata("A", fc.constantFrom("192.0.2.1", "192.0.2.2", "192.0.2.3"), 3),
    rdata("AAAA", fc.constantFrom("2001:db8::1", "2001:db8::2"), 2),
    rdata("TXT", fc.constantFrom("one", "two", "three", "four"), 4),
    rdata("CNAME", fc.constantFrom(...TARGETS), 1),
    rdata(
      "MX",
      fc.tuple(fc.constantFrom(10, 20), fc.constantFrom(...TARGETS)).map(([p, t]) => `${p} ${t}`),
      3,
    ),
    rdata("MX", fc.constant("0 ."), 1),
    rdata("NS", fc.constantFrom("ns.example.net", "ns2.example.net"), 2),
  ),
});

function rdata(type: string, value: fc.Arbitrary<string>, max: number) {
  return fc.record({ type: fc.constant(type), values: fc.uniqueArray(value, { minLength: 1, maxLength: max }) });
}

/** Zones that BIND loads: what a generated set would break is left out. */
export const loadableZone: fc.Arbitrary<DnsRecord[]> = fc
  .uniqueArray(rrset, { maxLength: 14, selector: ({ name, content }) => `${name} ${content.type}` })
  .map((sets) => {
    let zone: DnsRecord[] = [];
    for (const set of sets.toSorted((a, b) => rank(a.content.type) - rank(b.content.type))) {
      const grown = [
        ...zone,
        ...set.content.values.flatMap((value) => recordOf(set.name, set.content.type, set.ttl, value)),
      ];
      if (errorsOf(modelOf(grown)).length === 0) zone = grown;
    }
    return zone;
  });

// Addresses first, so that most pointers have something to point at.
function rank(type: string): number {
  return ["A", "AAAA", "CNAME", "TXT", "NS", "MX"].indexOf(type);
}

function recordOf(name: string, type: string, ttl: number, value: string): DnsRecord[] {
  try {
    return [parseRecord({ zone: ZONE, name, type, ttl, value })];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
