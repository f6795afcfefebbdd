// What an account holds, fact by fact and each with a name: so that a task can say which of them change, and that all
// others stay as they were.
import * as z from "zod/mini";
import type { World } from "./world.ts";

/**
 * By name: `example.com zone`, `example.com www A` (values, sorted; the apex is `@`, a priority stands in front),
 * `example.com www A TTL`, `example.com locked` and the other settings of a domain.
 */
export type Facts = ReadonlyMap<string, readonly string[]>;

/** What facts have to be: these values and no others, or one text of all values, a line each. */
export type End = Readonly<Record<string, readonly string[] | RegExp>>;

const zoneRow = z.looseObject({ uuid: z.string(), domain: z.string() });
const recordRow = z.looseObject({
  record_type: z.string(),
  name: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.nullish(z.number()),
});
const domainRow = z.looseObject({
  domain_name: z.string(),
  auto_renew: z.boolean(),
  locked: z.boolean(),
  privacy_protection: z.boolean(),
  nameservers: z.array(z.string()),
});

/** Reads the whole account through the API. */
export async function readAccount({ api }: World): Promise<Facts> {
  const facts = new Map<string, readonly string[]>();
  const add = (fact: string, value: string) => {
    const known = facts.get(fact) ?? [];
    facts.set(fact, known.includes(value) ? known : [...known, value].sort());
  };
  for (const { uuid, domain } of z.array(zoneRow).parse(await api("GET", "/dns-zones/"))) {
    add(`${domain} zone`, "held");
    for (const row of z.array(recordRow).parse(await api("GET", `/dns-zones/${uuid}/records/`))) {
      const rrset = `${domain} ${ownerIn(domain, row.name)} ${row.record_type}`;
      add(rrset, rdataOf(row));
      add(`${rrset} TTL`, String(row.ttl));
    }
  }
  const domains = z.looseObject({ results: z.array(domainRow) }).parse(await api("GET", "/domains/")).results;
  for (const { domain_name: name, auto_renew, locked, privacy_protection, nameservers } of domains) {
    add(`${name} auto_renew`, String(auto_renew));
    add(`${name} locked`, String(locked));
    add(`${name} privacy_protection`, String(privacy_protection));
    add(`${name} nameservers`, nameservers.toSorted().join(" "));
  }
  return facts;
}

function ownerIn(zone: string, name: string): string {
  const bare = name.replace(/\.$/, "").toLowerCase();
  if (bare === zone || bare === "" || bare === "@") return "@";
  return bare.endsWith(`.${zone}`) ? bare.slice(0, -zone.length - 1) : bare;
}

// A final dot says nothing where the API takes names with and without it; the root alone is nothing but its dot.
const NAMING = new Set(["CNAME", "MX", "NS", "SRV"]);

function rdataOf({ record_type: type, value, priority }: z.output<typeof recordRow>): string {
  const plain = NAMING.has(type) ? value.replace(/(?<=\w)\.$/, "") : value;
  return typeof priority === "number" && (type === "MX" || type === "SRV") ? `${priority} ${plain}` : plain;
}

/** What is not as it has to be, as sentences: a fact of `end`, or a change to any other. A TTL is free where its RRset is named. */
export function differences(before: Facts, after: Facts, end: End): readonly string[] {
  const missed = Object.entries(end).flatMap(([fact, wanted]) => {
    const found = after.get(fact) ?? [];
    return matches(found, wanted) ? [] : [`${fact} is ${JSON.stringify(found)} and not ${shown(wanted)}.`];
  });
  const free = new Set(Object.keys(end).flatMap((fact) => [fact, `${fact} TTL`]));
  const harmed = [...new Set([...before.keys(), ...after.keys()])].flatMap((fact) => {
    const found = after.get(fact) ?? [];
    return free.has(fact) || matches(found, before.get(fact) ?? [])
      ? []
      : [`${fact} was not to change and is ${JSON.stringify(found)}.`];
  });
  return [...missed, ...harmed];
}

function matches(found: readonly string[], wanted: readonly string[] | RegExp): boolean {
  if (wanted instanceof RegExp) return wanted.test(found.join("\n"));
  return JSON.stringify(found) === JSON.stringify(wanted.toSorted());
}

function shown(wanted: readonly string[] | RegExp): string {
  return wanted instanceof RegExp ? wanted.source : JSON.stringify(wanted);
}
