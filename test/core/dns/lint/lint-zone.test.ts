import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintZone } from "../../../../src/core/dns/lint/lint-zone.ts";
import type { DnsRecord } from "../../../../src/core/dns/record.ts";
import { checkZone } from "../../../../src/core/dns/zone-rules.ts";
import { a, txt, ZONE } from "../../../support/builders.ts";
import { anyRecord } from "../arbitrary-records.ts";

const lint = (records: readonly DnsRecord[], ...ignore: readonly string[]) => lintZone({ zone: ZONE, records, ignore });

/** Texts that the rules look into, whole, cut and shuffled. */
const words = fc.constantFrom(
  ..."v=spf1 v=DMARC1; v=DKIM1; p=none p= k=rsa include:example.com include:_s.example.com a mx ptr -all +all %{i} // = : ;".split(
    " ",
  ),
  ..."redirect=_s.example.com ip4:192.0.2.1 rua=mailto:a@b.example v=STSv1; id=1 v=MCPv1; did=did:plc: dnslink= MS= \u00e9 \\ '".split(
    " ",
  ),
);
const said = fc.record({
  name: fc.constantFrom(
    "@",
    "_s",
    "_dmarc",
    "_mta-sts",
    "_smtp._tls",
    "s._domainkey",
    "_atproto",
    "_dnslink",
    "_vercel",
    "_gh-o-o",
  ),
  text: fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(" ")),
});
const talkingRecord = said.map(({ name, text }) => txt(name, text));
const anyZone = fc.array(fc.oneof(anyRecord, talkingRecord), { maxLength: 12 });

describe("lintZone", () => {
  it("tells whatever the zone rules tell, and never throws", () => {
    fc.assert(
      fc.property(anyZone, (records) => {
        const problems = checkZone({ zone: ZONE, records });
        expect(lint(records).slice(0, problems.length)).toEqual(problems);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out the findings of an ignored id, and no others", () => {
    fc.assert(
      fc.property(anyZone, fc.nat(), (records, choice) => {
        const findings = lint(records);
        const id = findings[choice % Math.max(1, findings.length)]?.id ?? "none";
        expect(lint(records, id)).toEqual(findings.filter((finding) => finding.id !== id));
      }),
      { numRuns: 300 },
    );
  });

  it("has nothing of a text in its words", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (texts) => {
        const marked = texts.map(({ name, text }) => txt(name, `${text} include:q7x9z.example.com`));
        for (const { message, fix } of lint(marked)) {
          told += 1;
          expect(`${message} ${fix}`).not.toContain("q7x9z");
        }
      }),
    );
    expect(told).toBeGreaterThan(100);
  });

  it.each(["ttl-zero@www", "TTL-ZERO@www.example.com", "ttl-zero@www.example.com."])(
    "takes %s for one name",
    (entry) => {
      const records = [a("www", "192.0.2.1", 0), a("ftp", "192.0.2.1", 0)];
      expect(lint(records, entry).map(({ id, name }) => `${id} ${name}`)).toEqual(["ttl-zero ftp.example.com"]);
    },
  );

  it("takes @ for the apex", () => {
    expect(lint([a("@", "192.0.2.1", 0)], "ttl-zero@@")).toEqual([]);
  });

  it("tells a finding once for an RRset that has it several times", () => {
    expect(lint([a("www", "192.0.2.1", 0), a("www", "192.0.2.2", 0)])).toHaveLength(1);
  });
});
