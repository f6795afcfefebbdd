import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFinalDot } from "../../../src/core/dns/name.ts";
import { readRecord } from "../../../src/core/dns/parse-record.ts";
import { printRdata } from "../../../src/core/dns/rdata.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { checkZone, newProblems } from "../../../src/core/dns/zone-rules.ts";
import { a, aaaa, cname, mx, ns, srv, txt, ZONE } from "../../support/builders.ts";
import { checkRecordLines, hasNamedCheckzone } from "../../support/named-checkzone.ts";

const check = (records: readonly DnsRecord[]) => checkZone({ zone: ZONE, records });
/** `severity id at name TYPE`, one a problem. */
const told = (records: readonly DnsRecord[]) =>
  check(records).map(({ severity, id, name, type }) => `${severity} ${id} at ${name} ${type ?? ""}`);
const line = (record: DnsRecord) => `${withFinalDot(record.name)} ${record.ttl} ${record.type} ${printRdata(record)}`;
const loadsInBind = (records: readonly DnsRecord[]) => checkRecordLines(ZONE, records.map(line)).loads;
const NS_APEX = ns("@", "ns1.vps.org");

interface Case {
  readonly zone: string;
  readonly records: readonly DnsRecord[];
  readonly told: readonly string[];
  /** Where BIND takes what a standard forbids. */
  readonly loads?: boolean;
}

const CASES: readonly Case[] = [
  { zone: "nothing at all", records: [], told: [] },
  { zone: "the vendor's name servers", records: [NS_APEX, ns("@", "ns2.vps.org")], told: [] },
  { zone: "a CNAME alone", records: [cname("a", "b"), a("b", "192.0.2.1")], told: [] },
  { zone: "a chain of CNAMEs", records: [cname("a", "b"), cname("b", "c"), cname("c", "d.example.net")], told: [] },
  {
    zone: "a CNAME beside other data (RFC 1034 §3.6.2)",
    records: [cname("a", "b"), a("a", "192.0.2.1"), txt("a", "x")],
    told: ["error cname-and-other-data at a.example.com CNAME"],
  },
  {
    zone: "two CNAMEs at a name (RFC 2181 §10.1)",
    records: [cname("a", "b"), cname("a", "c")],
    told: ["error cname-multiple at a.example.com CNAME"],
  },
  {
    zone: "a CNAME at the apex (RFC 1034 §3.6.2)",
    records: [{ ...cname("x", "b.example.net"), name: ZONE }],
    told: ["error cname-at-apex at example.com CNAME"],
  },
  {
    zone: "a CNAME that is its own target (RFC 1034 §3.6.2)",
    records: [cname("a", "a")],
    told: ["error cname-loop at a.example.com CNAME"],
    loads: true,
  },
  {
    zone: "a loop of three with a tail into it",
    records: [cname("tail", "c"), cname("c", "a"), cname("a", "b"), cname("b", "c")],
    told: ["error cname-loop at a.example.com CNAME"],
    loads: true,
  },
  {
    zone: "two loops",
    records: [cname("a", "b"), cname("b", "a"), cname("x", "y"), cname("y", "x")],
    told: ["error cname-loop at a.example.com CNAME", "error cname-loop at x.example.com CNAME"],
    loads: true,
  },
  {
    zone: "a loop through a wildcard (RFC 4592 §3.3.1)",
    records: [cname("*.w", "any.w.example.com")],
    told: ["error cname-loop at *.w.example.com CNAME"],
    loads: true,
  },
  {
    zone: "two TTLs in an RRset (RFC 2181 §5.2)",
    records: [a("a", "192.0.2.1", 60), a("a", "192.0.2.2", 120), aaaa("a", "2001:db8::1", 300)],
    told: ["error mixed-ttl at a.example.com A"],
    loads: true,
  },
  {
    zone: "a record three times (RFC 2181 §5)",
    records: [txt("a", "x"), txt("a", '"x"'), txt("a", "x"), txt("a", "X")],
    told: ["error duplicate-record at a.example.com TXT", "error duplicate-record at a.example.com TXT"],
    loads: true,
  },
  { zone: "a null MX alone (RFC 7505 §3)", records: [mx("@", 0, ".")], told: [] },
  {
    zone: "a null MX beside others (RFC 7505 §3)",
    records: [mx("@", 0, "."), mx("@", 10, "m.example.net")],
    told: ["error null-mx-not-alone at example.com MX"],
    loads: true,
  },
  {
    zone: "an SRV that is not offered beside one that is",
    records: [srv("_a._tcp", 0, "0 0 ."), srv("_a._tcp", 0, "0 1 s.example.net")],
    told: [],
  },
  {
    zone: "an MX to a CNAME (RFC 2181 §10.3)",
    records: [mx("@", 10, "a"), cname("a", "b.example.net")],
    told: ["error target-is-cname at example.com MX"],
  },
  {
    zone: "an SRV to a CNAME (RFC 2782)",
    records: [srv("_a._tcp", 0, "0 1 a"), cname("a", "b.example.net")],
    told: ["error target-is-cname at _a._tcp.example.com SRV"],
  },
  {
    zone: "a delegation to a CNAME (RFC 2181 §10.3)",
    records: [ns("sub", "a"), cname("a", "b.example.net")],
    told: ["error target-is-cname at sub.example.com NS"],
    loads: true,
  },
  {
    zone: "an apex NS that is a CNAME (RFC 2181 §10.3)",
    records: [ns("@", "a"), cname("a", "b.example.net")],
    told: ["error target-is-cname at example.com NS"],
  },
  {
    zone: "an MX to a CNAME by wildcard (RFC 4592 §2.2.1)",
    records: [mx("@", 10, "any.w.example.com"), cname("*.w", "b.example.net")],
    told: ["error target-is-cname at example.com MX"],
  },
  { zone: "an MX to an address", records: [mx("@", 10, "a"), aaaa("a", "2001:db8::1")], told: [] },
  { zone: "an MX to the apex", records: [mx("a", 10, "@"), a("@", "192.0.2.1")], told: [] },
  {
    zone: "an MX to an address by wildcard",
    records: [mx("@", 10, "any.w.example.com"), a("*.w", "192.0.2.1")],
    told: [],
  },
  {
    zone: "an MX to nothing in the zone",
    records: [mx("@", 10, "a")],
    told: ["error target-without-address at example.com MX"],
  },
  {
    zone: "an MX to a name with other data, which the wildcard no longer answers for (RFC 4592 §2.2.1)",
    records: [mx("@", 10, "x.w.example.com"), a("*.w", "192.0.2.1"), txt("x.w", "x")],
    told: ["error target-without-address at example.com MX"],
  },
  {
    zone: "an MX to an empty non-terminal (RFC 4592 §2.2.2)",
    records: [mx("@", 10, "v.w.example.com"), a("*.w", "192.0.2.1"), txt("q.v.w", "x")],
    told: ["error target-without-address at example.com MX"],
  },
  {
    zone: "an MX below an empty non-terminal (RFC 4592 §2.2.2)",
    records: [mx("@", 10, "x.v.w.example.com"), a("*.w", "192.0.2.1"), txt("q.v.w", "x")],
    told: ["error target-without-address at example.com MX"],
  },
  {
    zone: "an SRV to nothing in the zone",
    records: [srv("_a._tcp", 0, "0 1 a")],
    told: ["warning target-without-address at _a._tcp.example.com SRV"],
    loads: true,
  },
  {
    zone: "a delegation to nothing in the zone",
    records: [ns("sub", "a")],
    told: ["warning target-without-address at sub.example.com NS"],
    loads: true,
  },
  {
    zone: "an apex NS that is nowhere in the zone",
    records: [ns("@", "a")],
    told: ["error target-without-address at example.com NS"],
  },
  { zone: "glue (RFC 1034 §4.2.1)", records: [ns("sub", "ns.sub.example.com"), a("ns.sub", "192.0.2.1")], told: [] },
  {
    zone: "no glue (RFC 1034 §4.2.1)",
    records: [ns("sub", "ns.sub.example.com")],
    told: ["warning missing-glue at sub.example.com NS"],
    loads: true,
  },
  {
    zone: "glue for a sibling's servers",
    records: [
      ns("one", "ns.two.example.com"),
      ns("two", "ns.two.example.com"),
      ns("three", "ns.one.example.com"),
      a("ns.two", "192.0.2.1"),
    ],
    told: ["warning missing-glue at three.example.com NS"],
    loads: true,
  },
  { zone: "a delegation whose servers are in the zone", records: [ns("sub", "ns"), a("ns", "192.0.2.1")], told: [] },
  {
    zone: "names below a delegation (RFC 2181 §6.1)",
    records: [ns("sub", "ns.example.net"), a("w.sub", "192.0.2.1"), txt("sub", "x"), mx("v.sub", 10, "nowhere")],
    told: [
      "warning below-delegation at w.sub.example.com A",
      "warning below-delegation at sub.example.com TXT",
      "warning below-delegation at v.sub.example.com MX",
    ],
    loads: true,
  },
  {
    zone: "a delegation below a delegation (RFC 2181 §6.1)",
    records: [ns("sub", "ns.example.net"), ns("x.sub", "nowhere")],
    told: ["warning below-delegation at x.sub.example.com NS"],
    loads: true,
  },
  {
    zone: "an MX to a name in a delegated zone",
    records: [ns("sub", "ns.example.net"), mx("@", 10, "mail.sub.example.com")],
    told: [],
  },
  {
    zone: "a target that ends in the zone twice",
    records: [cname("a", "b.example.com.example.com")],
    told: ["warning target-repeats-zone at a.example.com CNAME"],
    loads: true,
  },
  {
    zone: "records that were made elsewhere and break their type's own rules",
    records: [
      answered("_a", "A", "192.0.2.1"),
      answered("@", "MX", "10 192.0.2.1"),
      answered("*.x", "NS", "ns.example.net"),
    ],
    told: [
      "error owner-not-host-name at _a.example.com A",
      "error target-is-address at example.com MX",
      "error ns-at-wildcard at *.x.example.com NS",
    ],
  },
];

describe("checkZone", () => {
  it.each(CASES)("$zone", (example) => {
    expect(told(example.records)).toEqual(example.told);
    expect(told(example.records.toReversed()).toSorted()).toEqual(example.told.toSorted());
  });

  it("says what to do, and on what authority", () => {
    for (const problem of CASES.flatMap(({ records }) => check(records))) {
      expect(problem.message).toMatch(/^[A-Z].*\.$/);
      expect(problem.fix).toMatch(/^[A-Z].*\.$/);
      expect(problem.source).toMatch(/^RFC \d+/);
    }
  });

  it("finds every loop that following each CNAME by hand finds", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const aliases = fc.array(fc.constantFrom(...names, "out.example.net"), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(aliases, (targets) => {
        const next = new Map(names.map((name, at) => [name, targets[at] ?? ""]));
        const inLoop = names.filter((start) => {
          let name = next.get(start) ?? "";
          for (let steps = 0; steps < names.length && name !== start; steps++) name = next.get(name) ?? "";
          return name === start;
        });
        const loops = told(names.map((name) => cname(name, next.get(name) ?? ""))).length;
        expect(loops > 0).toBe(inLoop.length > 0);
        expect(loops).toBeLessThanOrEqual(inLoop.length);
      }),
    );
  });

  it("works through 100,000 records with delegations, chains and deep names", () => {
    const records = Array.from({ length: 25_000 }, (_, at) => [
      a(`h${at}`, "192.0.2.1"),
      mx(`h${at}`, 10, `h${at}`),
      cname(`c${at}`, `c${at + 1}`),
      txt(`a.b.c.d.e.f.t${at}`, "x"),
    ]).flat();
    expect(told([...records, cname("c25000", "c0"), ns("sub", "h1")])).toEqual([
      "error cname-loop at c0.example.com CNAME",
    ]);
  });
});

describe.runIf(hasNamedCheckzone)("the rules beside BIND", () => {
  it.each(CASES)("refuse what BIND refuses: $zone", ({ records, told: problems, loads }) => {
    const refused = problems.some((problem) => problem.startsWith("error"));
    expect(loadsInBind(records)).toBe(loads ?? !refused);
  });

  it("refuse every zone that BIND refuses, made at random", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 10 }), (records) => {
        const errors = check(records).filter(({ severity }) => severity === "error");
        const { loads, output } = checkRecordLines(ZONE, records.map(line));
        if (!loads) expect(errors, output).not.toEqual([]);
        // The other way round, but for the rules that BIND leaves to others.
        const own = ["duplicate-record", "mixed-ttl", "cname-loop", "null-mx-not-alone", "srv-owner"];
        const bind = errors.filter(({ id, name, type }) => !own.includes(id) && !(type === "NS" && name !== ZONE));
        if (bind.length > 0) expect(loads, JSON.stringify(bind)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe("newProblems", () => {
  const broken = [cname("a", "b"), a("a", "192.0.2.1"), mx("@", 10, "gone")];

  it("is empty for what was broken already, so that it can be mended bit by bit", () => {
    expect(newProblems(check(broken), check([...broken, txt("www", "x")]))).toEqual([]);
    expect(newProblems(check(broken), check(broken.slice(1)))).toEqual([]);
  });

  it("tells what a change breaks beside it", () => {
    const after = check([...broken, cname("www", "www"), mx("@", 20, "lost")]);
    expect(newProblems(check(broken), after).map(({ id, name }) => [id, name])).toEqual([
      ["cname-loop", "www.example.com"],
      ["target-without-address", "example.com"],
    ]);
  });

  it("counts: a second duplicate is new beside the first", () => {
    const twice = [txt("a", "x"), txt("a", "x")];
    expect(newProblems(check(twice), check([...twice, txt("a", "x")]))).toHaveLength(1);
    expect(newProblems(check([...twice, txt("a", "x")]), check(twice))).toEqual([]);
  });
});

function answered(name: string, type: string, value: string): DnsRecord {
  const record = readRecord({ zone: ZONE, name, type, value });
  if (record === undefined) throw new Error(`${type} is not understood`);
  return record;
}

const anyName = fc.constantFrom("@", "a", "b", "sub", "a.sub", "*.w", "x.w", "v.w", "q.v.w", "ns.sub", "_s._tcp");
const anyTarget = fc.oneof(
  anyName.filter((name) => !/[*_]/.test(name)),
  fc.constantFrom("x.example.net.", "k.w", "k.v.w", "k"),
);
const anyRecord = fc
  .tuple(anyName, anyTarget, fc.constantFrom("A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV"))
  .map(([name, target, type]) => {
    const full = target === "@" || target.endsWith(".") ? target : `${target}.example.com`;
    const values = { A: "192.0.2.1", AAAA: "2001:db8::1", CNAME: full, MX: `10 ${full}`, TXT: "x", NS: full };
    return answered(name, type, { ...values, SRV: `0 0 1 ${full}` }[type] ?? "");
  });
