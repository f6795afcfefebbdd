// What is accepted here loads in BIND and comes back the same; what BIND refuses is refused here.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/core/errors.ts";
import { parseRecord, type RecordInput } from "../../../../src/core/dns/parse-record.ts";
import type { DnsRecord } from "../../../../src/core/dns/record.ts";
import { checkZone } from "../../../../src/core/dns/zone-rules.ts";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { compileZone, hasBind } from "../../../support/bind.ts";
import { ZONE, zoneInput } from "./arbitrary-zone.ts";
import { meaningsOf, meaningsOfCompiled } from "./meaning.ts";

function accepted(inputs: readonly RecordInput[]): readonly DnsRecord[] {
  return inputs.flatMap((input) => {
    try {
      return [parseRecord(input)];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}

const errorsOf = (records: readonly DnsRecord[]) =>
  checkZone({ zone: ZONE, records }).filter(({ severity }) => severity === "error");

/** What is left when every record that an error names is taken out. */
function withoutErrors(records: readonly DnsRecord[]): readonly DnsRecord[] {
  const errors = errorsOf(records);
  if (errors.length === 0) return records;
  const first = records.findIndex(({ name }) => errors.some((error) => error.name === name));
  return withoutErrors(records.toSpliced(first === -1 ? 0 : first, 1));
}

const apexNs = (records: readonly DnsRecord[]) => records.some(({ name, type }) => name === ZONE && type === "NS");
const served: readonly DnsRecord[] = ["ns1.vps.org", "ns2.vps.org"].map((value) => ({
  name: ZONE,
  type: "NS",
  ttl: 3600,
  value,
}));

describe.runIf(hasBind)("zones beside BIND (needs named-compilezone)", () => {
  it("print so that BIND loads them and reads the same records", () => {
    fc.assert(
      fc.property(zoneInput, (inputs) => {
        const records = withoutErrors(accepted(inputs));
        const { loads, output, records: compiled } = compileZone(ZONE, printZoneFile({ zone: ZONE, records }));
        expect(loads, output).toBe(true);
        expect(meaningsOfCompiled(compiled)).toEqual(meaningsOf(apexNs(records) ? records : [...served, ...records]));
      }),
      { numRuns: 200 },
    );
  });

  it("are refused here when BIND refuses them", () => {
    fc.assert(
      fc.property(zoneInput, (inputs) => {
        const records = accepted(inputs);
        const { loads, output } = compileZone(ZONE, printZoneFile({ zone: ZONE, records }));
        expect(loads || errorsOf(records).length > 0, output).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a printed zone", () => {
  it("reads back as the same records, and prints as the same text", () => {
    fc.assert(
      fc.property(zoneInput, (inputs) => {
        const records = withoutErrors(accepted(inputs));
        const text = printZoneFile({ zone: ZONE, records });
        const read = parseZoneFile(text, { zone: ZONE });
        expect(read.problems).toEqual([]);
        expect(meaningsOf(read.records)).toEqual(meaningsOf(apexNs(records) ? records : [...served, ...records]));
        expect(printZoneFile({ zone: ZONE, records: read.records })).toBe(text);
        expect(printZoneFile({ zone: ZONE, records: records.toReversed() })).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
