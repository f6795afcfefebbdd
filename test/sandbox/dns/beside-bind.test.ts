// The name server beside BIND 9.18, serving the same zones: the same answers, section by section. What differs on
// purpose (docs/decisions/answerer.md) is in bind-answer.ts (CNAMEs), in `comparable` (truncation) and in the header's test.
import { describe, expect, it, onTestFinished } from "vitest";
import { labelsOf } from "../../../src/core/dns/name.ts";
import { printZoneFile } from "../../../src/core/dns/zonefile/print-zone-file.ts";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import type { DnsResponse } from "../../support/dns-query.ts";
import { hasNamed, startNamed } from "../../support/named.ts";
import { ask, askBind } from "./bind-answer.ts";
import { type GeneratedQuestion, type GeneratedZone, generateQuestions, generateZones } from "./random-zones.ts";
import { RFC_4592_ORIGIN, RFC_4592_RECORDS } from "./rfc-4592-zone.ts";
import { serve } from "./serve.ts";
import { zoneText } from "./zone-text.ts";

const SERIAL = 7;
const QUESTIONS = 1000;
const AT_ONCE = 40;
/** One more run for who looks for new differences: any number will do. */
const SEEDS = [
  1,
  2,
  3,
  5,
  130,
  144,
  ...(process.env["BIND_SEED"] === undefined ? [] : [Number(process.env["BIND_SEED"])]),
];

describe.runIf(hasNamed)("the name server beside BIND (needs named)", () => {
  it.each(SEEDS)("answers a thousand questions about generated zones alike, seed %i", async (seed) => {
    const zones = generateZones(seed);
    const servers = await serveTwice(zones, (zone) => zoneText(zone, SERIAL));
    const { differences, kinds } = await compare(servers, generateQuestions(zones, seed, QUESTIONS));
    expect(differences).toEqual([]);
    // The zones and questions are worth asking: every kind of answer came up.
    expect(kinds).toEqual(
      expect.arrayContaining(["data", "alias to nowhere", "NXDOMAIN", "NODATA", "referral", "REFUSED"]),
    );
  });

  it("answers alike every name of up to three labels about the zone of RFC 4592", { timeout: 30_000 }, async () => {
    const zone = { origin: RFC_4592_ORIGIN, records: RFC_4592_RECORDS };
    const servers = await serveTwice([zone], () => zoneText(zone, SERIAL));
    const { differences, kinds } = await compare(servers, everyQuestion(zone));
    expect(differences).toEqual([]);
    expect(kinds).toEqual(expect.arrayContaining(["data", "NXDOMAIN", "NODATA", "referral"]));
  });

  it("answers as BIND does with the zone files that export_zone prints, SOA and apex NS included", async () => {
    const zones = generateZones(4);
    const servers = await serveTwice(zones, ({ origin, records }) =>
      printZoneFile({ zone: origin, records, soa: { serial: SERIAL } }),
    );
    const apexes = zones.flatMap(({ origin }) =>
      [1, 2, 6].map((type) => ({ name: origin, type, rd: false, edns: 1232 })),
    );
    const { differences } = await compare(servers, [...apexes, ...generateQuestions(zones, 4, QUESTIONS)]);
    expect(differences).toEqual([]);
  });
});

/** Every name that up to three labels make of those that the zone has, and one that it lacks, with three types each. */
function everyQuestion({ origin, records }: GeneratedZone): readonly GeneratedQuestion[] {
  const labels = new Set(records.flatMap(({ name }) => labelsOf(name)).filter((label) => label !== origin));
  const one = [...labels, "missing"].map((label) => `${label}.${origin}`);
  const below = (names: readonly string[]) => names.flatMap((name) => one.map((of) => of.replace(origin, name)));
  const names = [origin, ...one, ...below(one), ...below(below(one))];
  return names.flatMap((name) => [15, 16, 255].map((type) => ({ name, type, rd: false, edns: 1232 })));
}

interface Servers {
  readonly bind: string;
  readonly ours: string;
}

async function serveTwice(
  generated: readonly GeneratedZone[],
  toText: (zone: GeneratedZone) => string,
): Promise<Servers> {
  const named = await startNamed(generated.map((zone) => ({ origin: zone.origin, text: toText(zone) })));
  onTestFinished(() => named.close());
  const zones = new ServedZones();
  for (const { origin, records } of generated) zones.addZone(origin, { serial: SERIAL, records });
  return { bind: named.server, ours: await serve(zones) };
}

/** Asks both servers everything, some at a time; gives what was answered differently, and what kinds of answers there were. */
async function compare(servers: Servers, questions: readonly GeneratedQuestion[]) {
  const differences: unknown[] = [];
  const kinds = new Set<string>();
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    const answers = questions.slice(at, at + AT_ONCE).map(async (question, index) => {
      const tcp = (at + index) % 5 === 0;
      const [bind, ours] = await Promise.all([
        askBind({ server: servers.bind, question, tcp }),
        ask({ server: servers.ours, question, tcp }),
      ]);
      kinds.add(kindOf(bind));
      const [expected, actual] = comparable(bind, ours);
      if (expected !== actual) differences.push({ question, expected, actual });
    });
    await Promise.all(answers);
  }
  return { differences, kinds: [...kinds] };
}

/**
 * Order does not count. Where BIND truncates, rcode and AA do alone: it leaves a part of the RRset in, the sandbox none,
 * and it compresses some names less, so that now and then there is room here and none there.
 */
function comparable(bind: DnsResponse, ours: DnsResponse): readonly [string, string] {
  const headerOnly = bind.tc;
  const text = ({ rcode, aa, tc, question, ...sections }: DnsResponse) => {
    const { answers, authorities, additionals } = sections;
    const contents = [answers, authorities, additionals].map((records) => records.map((r) => JSON.stringify(r)).sort());
    return JSON.stringify(headerOnly ? { rcode, aa, question } : { rcode, aa, tc, question, contents }, undefined, 1);
  };
  return [text(bind), text(ours)];
}

function kindOf({ rcode, aa, answers, authorities }: DnsResponse): string {
  if (answers.length > 0) return rcode === "NXDOMAIN" ? "alias to nowhere" : "data";
  if (rcode !== "NOERROR") return rcode;
  return !aa && authorities.length > 0 ? "referral" : "NODATA";
}
