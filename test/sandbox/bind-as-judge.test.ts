// BIND as the judge of what the sandbox lets into a zone: whatever it accepts loads, and what it calls a conflict does not.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasNamedCheckzone } from "../support/named-checkzone.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, type Door, rowsIn, textIn, valueIn } from "./support/ask.ts";

const ZONE = "oracle.example";

/** As `named` loads a zone by default, short of asking other servers; the shared judge turns warnings into refusals. */
function loads(lines: readonly string[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), "vps-dns-zone-"));
  try {
    const soa = `@ 3600 IN SOA ns1.vps.org. hostmaster.vps.org. 1 7200 900 1209600 300`;
    const ns = lines.some((line) => /^@ \d+ IN NS /.test(line)) ? [] : ["@ 3600 IN NS ns1.vps.org."];
    writeFileSync(join(folder, "zone"), `$ORIGIN ${ZONE}.\n${[soa, ...ns, ...lines].join("\n")}\n`);
    const checks = ["-i", "local", "-k", "fail", "-m", "warn", "-M", "warn", "-S", "warn"];
    return spawnSync("named-checkzone", [...checks, ZONE, join(folder, "zone")]).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Step {
  readonly method: string;
  readonly record: object;
  readonly at: number;
}

/** A row of the API as a zone-file line, by means that owe nothing to the code under test. */
function lineOf(row: unknown): string {
  const type = textIn(row, "record_type");
  const value = textIn(row, "value");
  const rdata = {
    TXT: `"${value.replaceAll(/["\\]/g, "\\$&")}"`,
    CNAME: `${value}.`,
    NS: `${value}.`,
    MX: `${String(valueIn(row, "priority"))} ${value === "." ? "." : `${value}.`}`,
    SRV: `${String(valueIn(row, "priority"))} ${value}.`,
  };
  const data = new Map(Object.entries(rdata)).get(type) ?? value;
  return `${textIn(row, "name")} ${String(valueIn(row, "ttl"))} IN ${type} ${data}`;
}

const name = fc.constantFrom("@", "a", "b", "a.b", "*.b", "_x.a", "ns");
const target = fc.constantFrom(`a.${ZONE}`, `ns.${ZONE}`, "x.example.net", `a.b.${ZONE}`);
const content = fc.oneof(
  fc.record({ record_type: fc.constant("A"), value: fc.constantFrom("192.0.2.1", "192.0.2.2") }),
  fc.record({ record_type: fc.constant("AAAA"), value: fc.constantFrom("2001:db8::1", "2001:db8::2") }),
  fc.record({ record_type: fc.constantFrom("CNAME", "NS"), value: target }),
  fc.record({ record_type: fc.constant("MX"), value: target, priority: fc.constantFrom(0, 10) }),
  fc.record({ record_type: fc.constant("TXT"), value: fc.constantFrom("x", 'a "b" \\', "v=spf1 -all") }),
  fc.record({ record_type: fc.constant("SRV"), value: target.map((host) => `1 2 ${host}`), priority: fc.constant(1) }),
  fc.record({ record_type: fc.constant("CAA"), value: fc.constant('0 issue ";"') }),
);
const record = fc.tuple(name, content).map(([owner, data]) => ({ name: owner, ttl: 300, ...data }));
const step = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "PUT", "DELETE"),
  record,
  at: fc.nat(20),
});

/** A zone with a name server of its own, so that steps get in its way. */
const prelude: readonly Step[] = [
  { method: "POST", record: { name: "ns", ttl: 300, record_type: "A", value: "192.0.2.53" }, at: 0 },
  { method: "POST", record: { name: "@", ttl: 300, record_type: "NS", value: `ns.${ZONE}` }, at: 0 },
];

async function rows(door: Door, zone: string): Promise<readonly unknown[]> {
  return rowsIn((await ask(door, "GET", `/dns-zones/${zone}/records/`)).body);
}

/** Carries a step out on the row it means; `undefined` where there is none. */
async function take(door: Door, zone: string, { method, record, at }: Step) {
  if (method === "POST") return ask(door, "POST", `/dns-zones/${zone}/records/`, record);
  const held = await rows(door, zone);
  const row = held[at % Math.max(1, held.length)];
  if (row === undefined) return undefined;
  return ask(door, method, `/dns-records/${textIn(row, "uuid")}/`, method === "PUT" ? record : undefined);
}

describe.runIf(hasNamedCheckzone)("a zone made through the API", () => {
  it("always loads in BIND", { timeout: 120_000 }, async () => {
    const sandbox = await startTestSandbox({ seed: false });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const zone = textIn((await ask(sandbox, "POST", "/dns-zones/", { domain: ZONE })).body, "uuid");
        try {
          for (const one of [...prelude, ...steps]) await take(sandbox, zone, one);
          const lines = (await rows(sandbox, zone)).map(lineOf);
          expect({ lines, loads: loads(lines) }).toEqual({ lines, loads: true });
        } finally {
          await ask(sandbox, "DELETE", `/dns-zones/${zone}/`);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("would not load with a record that it refused as a CNAME's neighbour", { timeout: 120_000 }, async () => {
    const sandbox = await startTestSandbox({ seed: false });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 2, maxLength: 12 }), async (records) => {
        const zone = textIn((await ask(sandbox, "POST", "/dns-zones/", { domain: ZONE })).body, "uuid");
        try {
          for (const one of records) {
            const { status, body } = await ask(sandbox, "POST", `/dns-zones/${zone}/records/`, one);
            if (status === 201 || !String(valueIn(body, "detail")).includes("CNAME")) continue;
            refused += 1;
            const lines = [...(await rows(sandbox, zone)), { priority: 0, ...one }].map(lineOf);
            expect({ lines, loads: loads(lines) }).toEqual({ lines, loads: false });
          }
        } finally {
          await ask(sandbox, "DELETE", `/dns-zones/${zone}/`);
        }
      }),
      { numRuns: 40 },
    );
    expect(refused).toBeGreaterThan(0);
  });
});
