// The name server beside BIND 9.18, serving the same zones: the same answers, section by section. What differs on purpose
// is in bind-answer.ts (CNAMEs into other zones), in `comparable` below (truncation) and in header-beside-bind.test.ts.
import { describe, expect, it, onTestFinished } from "vitest";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { startNameServer } from "../../../src/sandbox/dns/start-name-server.ts";
import type { DnsResponse } from "../../support/dns-query.ts";
import { hasNamed, startNamed } from "../../support/named.ts";
import { ask, askBind } from "./bind-answer.ts";
import { type GeneratedQuestion, type GeneratedZone, generateQuestions, generateZones } from "./random-zones.ts";
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

describe.skipIf(!hasNamed)("the name server beside BIND (needs named)", () => {
  it.each(SEEDS)("answers a thousand questions about generated zones alike, seed %i", async (seed) => {
    const zones = generateZones(seed);
    const servers = await serveTwice(zones);
    const differences: unknown[] = [];
    const kinds = new Set<string>();
    const questions = generateQuestions(zones, seed, QUESTIONS);
    for (let at = 0; at < questions.length; at += AT_ONCE) {
      const answers = questions.slice(at, at + AT_ONCE).map(async (question, index) => {
        const [bind, ours] = await askBoth(servers, question, (at + index) % 5 === 0);
        kinds.add(kindOf(bind));
        const [expected, actual] = comparable(bind, ours);
        if (expected !== actual) differences.push({ question, expected, actual });
      });
      await Promise.all(answers);
    }
    expect(differences).toEqual([]);
    // The zones and questions are worth asking: every kind of answer came up.
    expect([...kinds]).toEqual(
      expect.arrayContaining(["data", "alias to nowhere", "NXDOMAIN", "NODATA", "referral", "REFUSED"]),
    );
  });
});

interface Servers {
  readonly bind: string;
  readonly ours: string;
}

async function serveTwice(generated: readonly GeneratedZone[]): Promise<Servers> {
  const named = await startNamed(generated.map((zone) => ({ origin: zone.origin, text: zoneText(zone, SERIAL) })));
  onTestFinished(() => named.close());
  const zones = new ServedZones();
  for (const { origin, records } of generated) zones.addZone(origin, { serial: SERIAL, records });
  const ours = await startNameServer({ zones });
  onTestFinished(() => ours.close());
  return { bind: named.server, ours: `127.0.0.1:${ours.port}` };
}

async function askBoth(servers: Servers, question: GeneratedQuestion, tcp: boolean) {
  const [bind, ours] = await Promise.all([
    askBind({ server: servers.bind, question, tcp }),
    ask({ server: servers.ours, question, tcp }),
  ]);
  // BIND compresses some names less, so that now and then it has to truncate where there is room here.
  if (bind.tc && !ours.tc) return [await askBind({ server: servers.bind, question, tcp: true }), ours] as const;
  return [bind, ours] as const;
}

/** Order does not count. A truncated answer is its header: BIND leaves a part of the RRset in it, the sandbox none. */
function comparable(bind: DnsResponse, ours: DnsResponse): readonly [string, string] {
  const headerOnly = bind.tc && ours.tc;
  const text = ({ rcode, aa, tc, question, ...sections }: DnsResponse) => {
    const { answers, authorities, additionals } = sections;
    const contents = [answers, authorities, additionals].map((records) => records.map((r) => JSON.stringify(r)).sort());
    return JSON.stringify({ rcode, aa, tc, question, contents: headerOnly ? [] : contents }, undefined, 1);
  };
  return [text(bind), text(ours)];
}

function kindOf({ rcode, aa, answers, authorities }: DnsResponse): string {
  if (answers.length > 0) return rcode === "NXDOMAIN" ? "alias to nowhere" : "data";
  if (rcode !== "NOERROR") return rcode;
  return !aa && authorities.length > 0 ? "referral" : "NODATA";
}
