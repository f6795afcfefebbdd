// What the reader tells: every problem with its place, and how reading goes on behind it.
import { describe, expect, it } from "vitest";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import type { ZoneFileOptions } from "../../../../src/core/dns/zonefile/zone-file.ts";
import { a, cname, ns, txt, ZONE } from "../../../support/builders.ts";

const read = (text: string, options: Partial<ZoneFileOptions> = {}) => parseZoneFile(text, { zone: ZONE, ...options });

/** `line:column code` of every problem. */
const problemsOf = (text: string) => read(text).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

const GOOD = "good 60 IN A 192.0.2.1\n";
const good = [a("good", "192.0.2.1", 60)];

describe("a problem", () => {
  it.each([
    // syntax
    ['x TXT "open', "1:7 syntax"],
    ["x A 192.0.2.1 )", "1:15 syntax"],
    ["x A ( 192.0.2.1", "1:5 syntax"],
    ["x 60 IN", "1:6 syntax"],
    ["x", "1:1 syntax"],
    ["x 60 60 A 192.0.2.1", "1:6 syntax"],
    ["x IN IN A 192.0.2.1", "1:6 syntax"],
    ['x "A" 192.0.2.1', "1:3 syntax"],
    ["x FOO bar", "1:3 syntax"],
    ["A 192.0.2.1", "1:3 ttl"],
    // owners
    [" A 192.0.2.1", "1:2 owner"],
    ["a..b A 192.0.2.1", "1:1 owner"],
    [`${"l".repeat(64)} A 192.0.2.1`, "1:1 owner"],
    ["a*.b TXT x", "1:1 owner"],
    ["www.example.com A 192.0.2.1", "1:1 owner"],
    ["a_b A 192.0.2.1", "1:1 owner"],
    ["@ CNAME www", "1:1 owner"],
    ["www SRV 0 0 1 a.example.net.", "1:1 owner"],
    ["www.example.net. A 192.0.2.1", "1:1 outside-zone"],
    ["notexample.com. A 192.0.2.1", "1:1 outside-zone"],
    [". A 192.0.2.1", "1:1 outside-zone"],
    // class, type, TTL
    ["x CH TXT y", "1:3 class"],
    ["x 60 CLASS3 TXT y", "1:6 class"],
    ["x ANY TXT y", "1:3 class"],
    ["x PTR y", "1:3 unsupported-type"],
    ["x IN TYPE1 \\# 4 c0000201", "1:6 unsupported-type"],
    ["x NAPTR 1 1 a b c d", "1:3 unsupported-type"],
    ["x 2147483648 A 192.0.2.1", "1:3 ttl"],
    ["x 9999w A 192.0.2.1", "1:3 ttl"],
    ["x 1h1 A 192.0.2.1", "1:3 ttl"],
    // rdata
    ["x A", "1:3 rdata"],
    ["x A 192.0.2", "1:5 rdata"],
    ["x A 192.0.2.1 192.0.2.2", "1:5 rdata"],
    ["x A \\# 4 c0000201", "1:5 rdata"],
    ['x A "192.0.2.1"', "1:5 rdata"],
    ["x MX mail", "1:6 rdata"],
    ["x TXT", "1:3 rdata"],
    ['x TXT ""', "1:7 rdata"],
    ["x TXT \\255", "1:7 rdata"],
    ["x TXT \\256", "1:7 rdata"],
    [`x TXT "${"s".repeat(256)}"`, "1:7 rdata"],
    ['x CAA 0 issue "a" "b"', "1:7 rdata"],
    // the SOA
    ["x SOA a. b. 1 2 3 4 5", "1:3 soa"],
    ["@ SOA a. b. 1 2 3 4", "1:7 soa"],
    ["@ SOA a. b. 4294967296 2 3 4 5", "1:7 soa"],
    ["@ SOA a. b. 1 2 3 4 2147483648", "1:7 soa"],
    ["@ SOA a. b. 1 2 3 4 5\n@ SOA a. b. 2 2 3 4 5", "2:3 soa"],
    // directives
    ["$INCLUDE /etc/hosts", "1:1 directive"],
    ["$include other.zone sub", "1:1 directive"],
    ["$FOO bar", "1:1 directive"],
    ["$TTL", "1:1 directive"],
    ["$TTL 60 61", "1:9 directive"],
    ["$TTL never", "1:6 ttl"],
    ["$ORIGIN", "1:1 directive"],
    ["$ORIGIN a..b", "1:9 directive"],
    ["$ORIGIN a b", "1:11 directive"],
    ["$GENERATE 1-2", "1:1 directive"],
    ["$GENERATE 2-1 x$ A 192.0.2.$", "1:11 directive"],
    ["$GENERATE 1-2/0 x$ A 192.0.2.$", "1:11 directive"],
    ["$GENERATE 1 x$ A 192.0.2.$", "1:11 directive"],
    ["$GENERATE 1-2 x$ A", "1:18 directive"],
    ["$GENERATE 1-2 x$ TXT a b", "1:24 directive"],
    ["$GENERATE 1-2 x${1 A 192.0.2.$", "1:15 directive"],
    ["$GENERATE 1-2 x$ TXT ${0,2,q}", "1:22 directive"],
    ["$GENERATE 1-300 x$ A 192.0.2.$", "1:22 rdata"],
    ["$GENERATE 1-2 x$ PTR y", "1:18 unsupported-type"],
    ["$GENERATE 1-2 x$ CH TXT y", "1:18 class"],
    ['$GENERATE 1-2 x$ TXT "a ( b"', "1:22 directive"],
    ["$GENERATE 0-65536 x TXT $", "1:19 limit"],
  ])("of %j is told as %s, and the next line is read", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
    expect(problemsOf(`${text}\n${GOOD}`)).toEqual([problem]);
    expect(read(`${GOOD}${text}\n`).records.slice(0, 1)).toEqual(good);
    expect(read(`${text}\n${GOOD}`).records.slice(-1)).toEqual(good);
  });

  it("is told for every line, each at its own place", () => {
    const text = "$TTL 60\nx A 1\n\n  ; comment\ny ( A\n 192.0.2.1 extra )\ngood A 192.0.2.1\n\tAAAA 192.0.2.1\n";
    expect(problemsOf(text)).toEqual(["2:5 rdata", "6:2 rdata", "8:7 rdata"]);
    expect(read(text).records).toEqual(good);
  });

  it("never quotes what the record says", () => {
    const secret = "s3cr3t";
    const lines = [
      `x TXT "${secret}`,
      `x A ${secret}`,
      `x ${secret} A 192.0.2.1`,
      `x MX 10 ${secret}_.${secret}.`,
      `x CAA 0 issue ${secret} ${secret}`,
      `x CNAME ${secret}..`,
      `x TXT \\999${secret}`,
      `$${secret}`,
      `$GENERATE ${secret} x A 192.0.2.1`,
      `$TTL ${secret}`,
    ];
    const { problems } = read(lines.join("\n"));
    expect(problems).toHaveLength(lines.length);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });

  it("is not told more than a thousand times", () => {
    const { problems } = read("x\n".repeat(5000));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ line: 1000, code: "limit" });
  });
});

describe("a line without an owner", () => {
  it("takes the owner of the last line that has one, told or not told a problem", () => {
    expect(read('$TTL 60\nx A nonsense\n TXT a\ny TXT "open\n TXT b\n').records).toEqual([
      txt("x", "a", 60),
      txt("y", "b", 60),
    ]);
  });

  it("is a problem where that owner could not be read", () => {
    expect(problemsOf(`${GOOD}a..b A 192.0.2.1\n TXT a\n`)).toEqual(["2:1 owner", "3:2 owner"]);
  });

  it("is told where $ORIGIN stands before it and changes nothing", () => {
    const { records, notices } = read("$TTL 60\nx TXT a\n$ORIGIN sub\n TXT b\ny TXT c");
    expect(records).toEqual([txt("x", "a", 60), txt("x", "b", 60), txt("y.sub", "c", 60)]);
    expect(notices).toEqual([
      { line: 4, column: 2, message: "The owner is still x.example.com: $ORIGIN does not change it." },
    ]);
  });
});

describe("a TTL", () => {
  it("is 3600 where the file says none, and the record is told apart", () => {
    const { records, withoutTtl } = read("x TXT a\ny 60 TXT b\nz TXT c");
    expect(records).toEqual([txt("x", "a", 3600), txt("y", "b", 60), txt("z", "c", 60)]);
    expect([...withoutTtl]).toEqual([txt("x", "a", 3600)]);
  });
});

describe("what does not become a record is told", () => {
  it("as a notice for the SOA, whose fields are kept", () => {
    const { records, notices, soa, problems } = read(
      "@ 60 SOA ns1 host\\.master 7 2h 15m 2w 5m\n@ SOA ns1 host\\.master 7 7200 900 1209600 300",
    );
    expect({ records, problems }).toEqual({ records: [], problems: [] });
    expect(notices.map(({ line }) => line)).toEqual([1, 2]);
    expect(soa).toEqual({
      ttl: 60,
      primary: "ns1.example.com",
      mailbox: "host\\.master.example.com",
      serial: 7,
      refresh: 7200,
      retry: 900,
      expire: 1_209_600,
      minimum: 300,
    });
  });

  it("as a notice for what stands twice, which BIND reads once as well", () => {
    const { records, notices } = read("x 60 CNAME www\nX 60 CNAME WWW.example.com.\n");
    expect(records).toEqual([cname("x", "www", 60)]);
    expect(notices).toEqual([{ line: 2, column: 6, message: "Repeats the CNAME record of line 1; read once." }]);
  });
});

const half = (name: string) => `$GENERATE 1-32768 ${name}$ 60 TXT x\n`;

describe("what is read", () => {
  it("has the apex NS among the records", () => {
    expect(read("@ 60 NS ns1.vps.org.").records).toEqual([ns("@", "ns1.vps.org", 60)]);
  });

  it("has a record that breaks a rule of its type only where that is left to lint", () => {
    const text = "a_b 60 A 192.0.2.1";
    expect(read(text)).toMatchObject({ records: [], problems: [{ code: "owner" }] });
    expect(read(text, { faulty: "keep" })).toMatchObject({ problems: [], records: [{ name: "a_b.example.com" }] });
  });

  it("has a zone's name doubled for want of a final dot only where that is left to lint", () => {
    const text = "www.example.com 60 A 192.0.2.1";
    expect(read(text)).toMatchObject({ records: [], problems: [{ code: "owner" }] });
    expect(read(text, { faulty: "keep" }).records).toEqual([a("www.example.com.example.com.", "192.0.2.1", 60)]);
  });

  it("has names in their own letters, which BIND would take for octets", () => {
    expect(read("bücher 60 CNAME bücher.example.net.").records).toEqual([
      cname("xn--bcher-kva", "xn--bcher-kva.example.net", 60),
    ]);
  });

  it("has 65,536 records of $GENERATE and no more, over the whole file", () => {
    expect(read(half("a") + half("b")).records).toHaveLength(65_536);
    expect(problemsOf(`${half("a")}${half("b")}$GENERATE 1-1 c TXT x`)).toEqual(["3:15 limit"]);
  });

  it("has as much text of $GENERATE as fits in memory", () => {
    expect(problemsOf(`$GENERATE 1-65536 x$ TXT ${"y".repeat(200)}$`)).toEqual(["1:19 limit"]);
  });

  it("has names at a wildcard origin and none below it (RFC 4592 §2.1.1)", () => {
    const { records, problems } = read("$ORIGIN *.sub\n@ 60 TXT a\nx 60 TXT b\ny.example.com. 60 CNAME z");
    expect(records).toEqual([txt("*.sub", "a", 60)]);
    expect(problems).toMatchObject([
      { line: 3, code: "owner" },
      { line: 4, code: "rdata" },
    ]);
  });

  it("goes on behind a parenthesis that is never closed, in the very next line", () => {
    const text = `x TXT (\n${GOOD}@ SOA a. b. (\n1 2 3 4 5 )\ny 60 TXT (\n"z" )\n`;
    const { records, problems, soa } = read(text);
    expect(problems).toMatchObject([{ line: 1, column: 7, code: "syntax" }]);
    expect(records).toEqual([...good, txt("y", "z", 60)]);
    expect(soa).toMatchObject({ minimum: 5 });
  });
});
