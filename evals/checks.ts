// How one sees that a task was done: by the API's own records, by what was written, by what was said.
import * as z from "zod";
import type { World } from "./world.ts";

/** The zones of the seeded account, by name. */
export const ZONE_IDS = {
  "example.com": "abc123-def456-ghi789",
  "myapp.io": "xyz789-uvw456-rst123",
  "example.org": "pqr321-stu654-mno987",
} as const;
export type SeededZone = keyof typeof ZONE_IDS;

const record = z.looseObject({
  record_type: z.string(),
  name: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.number().nullish(),
});
const zoneRow = z.looseObject({ domain: z.string() });
const domainRow = z.looseObject({
  id: z.number(),
  domain_name: z.string(),
  auto_renew: z.boolean(),
  locked: z.boolean(),
});

/** `www 300 A 192.0.2.1`, sorted, with `@` for the apex. */
export async function recordsOf({ api }: World, zone: SeededZone): Promise<readonly string[]> {
  const rows = z.array(record).parse(await api("GET", `/dns-zones/${ZONE_IDS[zone]}/records/`));
  return rows
    .map(({ name, ttl, record_type: type, value, priority }) => {
      const rdata = typeof priority === "number" && (type === "MX" || type === "SRV") ? `${priority} ${value}` : value;
      return `${relative(name, zone)} ${ttl} ${type} ${rdata.replace(/\.$/, "")}`;
    })
    .sort();
}

function relative(name: string, zone: string): string {
  const bare = name.replace(/\.$/, "");
  if (bare === zone || bare === "" || bare === "@") return "@";
  return bare.endsWith(`.${zone}`) ? bare.slice(0, -zone.length - 1) : bare;
}

/** The values at one name and type are these and no others; `ttl` where the task asks for one. */
export async function expectRrset(
  world: World,
  zone: SeededZone,
  rrset: { readonly name: string; readonly type: string; readonly values: readonly string[]; readonly ttl?: number },
): Promise<readonly string[]> {
  const { name, type, values, ttl } = rrset;
  const found = (await recordsOf(world, zone)).flatMap((line) => {
    const [owner, seconds, kind, ...rdata] = line.split(" ");
    return owner === name && kind === type ? [{ value: rdata.join(" "), seconds: Number(seconds) }] : [];
  });
  const have = found.map(({ value }) => value).sort();
  if (JSON.stringify(have) !== JSON.stringify(values.toSorted())) {
    return [`${name} ${type} of ${zone} is ${JSON.stringify(have)} and not ${JSON.stringify(values)}.`];
  }
  const other = found.find(({ seconds }) => ttl !== undefined && seconds !== ttl);
  return other === undefined ? [] : [`${name} ${type} of ${zone} has TTL ${other.seconds}.`];
}

/** Nothing was written. */
export function expectUntouched(world: World): readonly string[] {
  const writes = world.writes();
  return writes.length === 0 ? [] : [`It wrote ${writes.join(", ")}.`];
}

/** The last word holds each of these. */
export function expectSaid(said: string, ...wanted: readonly RegExp[]): readonly string[] {
  return wanted.filter((pattern) => !pattern.test(said)).map((pattern) => `It did not say ${pattern.source}.`);
}

/** The names of the account's zones. */
export async function zoneNames({ api }: World): Promise<readonly string[]> {
  return z
    .array(zoneRow)
    .parse(await api("GET", "/dns-zones/"))
    .map(({ domain }) => domain);
}

/** A domain's settings; undefined where the account does not hold it. */
export async function domainNamed({ api }: World, name: string): Promise<z.output<typeof domainRow> | undefined> {
  const { results } = z.looseObject({ results: z.array(domainRow) }).parse(await api("GET", "/domains/"));
  return results.find((row) => row.domain_name === name);
}
