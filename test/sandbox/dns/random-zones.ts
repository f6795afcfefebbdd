// Zones and questions made by chance from a seed: few labels, so that names meet, nest, and shadow each other.
import * as fc from "fast-check";
import { isWithin } from "../../../src/core/dns/name.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";

export interface GeneratedZone {
  readonly origin: string;
  readonly records: readonly DnsRecord[];
}

export interface GeneratedQuestion {
  readonly name: string;
  readonly type: number;
  readonly rd: boolean;
  readonly edns: number | undefined;
}

const LABELS = ["a", "b", "c", "*", "www", "_t", "q\\.r", "s\\255t"] as const;
const ORIGINS = ["one.test", "two.test", "a.one.test", "c.b.two.test", "three.example"] as const;
const TTLS = [0, 60, 300, 3600, 86_400] as const;

/** Types to ask for: all that are served, some that never are, and ANY, DS and those that stand beside a CNAME. */
const ASKED_TYPES = [1, 2, 5, 6, 15, 16, 28, 33, 257, 255, 43, 65, 99, 25, 46, 47, 0] as const;

const relative = fc.array(fc.constantFrom(...LABELS), { minLength: 0, maxLength: 4 }).map((labels) => labels.join("."));

function below(origin: string): fc.Arbitrary<string> {
  return relative.map((labels) => (labels === "" ? origin : `${labels}.${origin}`));
}

/** Mostly a name of the same zone, sometimes of another one that is served, or of none. */
function target(origin: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: below(origin) },
    { weight: 2, arbitrary: fc.constantFrom(...ORIGINS).chain(below) },
    { weight: 1, arbitrary: fc.constantFrom("www.example.net", "localhost.", ".") },
  );
}

const data = (origin: string): readonly fc.Arbitrary<Omit<DnsRecord, "name" | "ttl">>[] => {
  const octet = fc.integer({ min: 1, max: 9 });
  const number = fc.constantFrom(0, 5, 10, 65_535);
  return [
    octet.map((last) => ({ type: "A", value: `192.0.2.${last}` }) as const),
    octet.map((last) => ({ type: "AAAA", value: `2001:db8::${last}` }) as const),
    target(origin).map((value) => ({ type: "CNAME", value }) as const),
    target(origin).map((value) => ({ type: "CNAME", value }) as const),
    target(origin).map((value) => ({ type: "NS", value }) as const),
    fc.tuple(number, target(origin)).map(([priority, value]) => ({ type: "MX", value, priority }) as const),
    fc.constantFrom("x", 'quo"te\\', "ünï", "l".repeat(300)).map((value) => ({ type: "TXT", value }) as const),
    fc
      .tuple(number, number, target(origin))
      .map(([priority, port, name]) => ({ type: "SRV", value: `1 ${port} ${name}`, priority }) as const),
    fc
      .constantFrom('0 issue ";"', '128 iodef "mailto:a@example.com"')
      .map((value) => ({ type: "CAA", value }) as const),
  ];
};

function record(origin: string): fc.Arbitrary<DnsRecord> {
  return fc
    .tuple(below(origin), fc.constantFrom(...TTLS), fc.oneof(...data(origin)))
    .map(([name, ttl, rdata]) => ({ name, ttl, ...rdata }));
}

/**
 * A decoded name as a question asks for it: dns-packet shows the octets of these two labels without their escapes.
 * No other label here has such octets, and none is `q` or `r`.
 */
export function asAsked(decoded: string): string {
  return decoded.replaceAll("q.r", "q\\.r").replaceAll("\uFFFD", "\\255");
}

/** Zones of the seed's making, to be served side by side; some are below others. */
export function generateZones(seed: number): readonly GeneratedZone[] {
  return ORIGINS.map((origin, index) => {
    const [records = []] = fc.sample(fc.array(record(origin), { minLength: 25, maxLength: 60, size: "max" }), {
      seed: seed * ORIGINS.length + index,
      numRuns: 1,
    });
    return { origin, records: loadable(origin, records) };
  });
}

/** Questions at, around, and beside what the zones hold. */
export function generateQuestions(
  zones: readonly GeneratedZone[],
  seed: number,
  count: number,
): readonly GeneratedQuestion[] {
  const held = zones.flatMap(({ records }) => records.map(({ name }) => name));
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...held) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...held)).map((two) => two.join(".")),
    },
    { weight: 4, arbitrary: fc.constantFrom(...ORIGINS).chain(below) },
    { weight: 1, arbitrary: fc.constantFrom("test", "example.net", "", "one.test.example") },
  );
  const question = fc.record({
    name: fc.tuple(name, fc.boolean()).map(([text, upper]) => (upper ? text.toUpperCase() : text)),
    type: fc.constantFrom(...ASKED_TYPES),
    rd: fc.boolean(),
    edns: fc.constantFrom(undefined, 512, 1232, 4096),
  });
  return fc.sample(question, { seed, numRuns: count });
}

/**
 * What BIND loads: a CNAME alone, none at the apex, no NS at a wildcard, each record once, one TTL per RRset, and an
 * address for each apex NS inside the zone.
 */
function loadable(origin: string, records: readonly DnsRecord[]): readonly DnsRecord[] {
  const host = `ns.${origin}`;
  const kept: DnsRecord[] = [{ name: host, type: "A", ttl: 300, value: "192.0.2.53" }];
  for (const drawn of records) {
    const apexNs = drawn.type === "NS" && drawn.name === origin && isWithin(drawn.value, origin);
    const candidate = apexNs ? { ...drawn, value: host } : drawn;
    const atName = kept.filter(({ name }) => name === candidate.name);
    const alone = candidate.type === "CNAME" ? atName.length > 0 : atName.some(({ type }) => type === "CNAME");
    const wildcardNs = candidate.type === "NS" && candidate.name.startsWith("*.");
    if (alone || wildcardNs || (candidate.type === "CNAME" && candidate.name === origin)) continue;
    const rrset = atName.filter(({ type }) => type === candidate.type);
    if (rrset.some(({ value, priority }) => value === candidate.value && priority === candidate.priority)) continue;
    kept.push({ ...candidate, ttl: rrset[0]?.ttl ?? candidate.ttl });
  }
  return kept;
}
