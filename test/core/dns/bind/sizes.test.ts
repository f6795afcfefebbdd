// How much BIND takes at one name, and that no more is accepted here.
import { describe, expect, it } from "vitest";
import { parseRecord, type RecordInput } from "../../../../src/core/dns/parse-record.ts";
import { checkZone } from "../../../../src/core/dns/zone-rules.ts";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { compileZone, hasBind } from "../../../support/bind.ts";
import { ZONE } from "./arbitrary-zone.ts";

type Given = Pick<RecordInput, "type" | "value" | "priority">;

const many = (count: number, given: (index: number) => Given) =>
  Array.from({ length: count }, (_, index) => given(index));
const address = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;

/** RRsets of which the last record or octet is one too many. */
const tooBig: readonly (readonly [string, readonly Given[]])[] = [
  ["addresses", many(10_919, (index) => ({ type: "A", value: address(index) }))],
  ["a hundred long texts and another", many(254, (index) => ({ type: "TXT", value: `${index}`.padEnd(255, "x") }))],
  [
    "a CAA beside one of 113 octets",
    [
      { type: "CAA", value: `0 issue "${"y".repeat(106)}"` },
      { type: "CAA", value: `0 issue "${"z".repeat(65_389)}"` },
    ],
  ],
  [
    "mail servers, their names not compressed",
    many(2_730, (index) => ({ type: "MX", value: `h${String(index).padStart(5, "0")}.example.net`, priority: 1 })),
  ],
];

function recordsOf(given: readonly Given[]) {
  return given.map((record) => parseRecord({ zone: ZONE, name: "www", ttl: 60, ...record }));
}

function verdicts(given: readonly Given[]) {
  const records = recordsOf(given);
  return {
    bind: compileZone(ZONE, printZoneFile({ zone: ZONE, records })).loads,
    // named's own limit of 100 records stands beside this one; the checking tool does not know it.
    here: checkZone({ zone: ZONE, records }).every(({ id }) => id === "rrset-over-limit"),
  };
}

describe.runIf(hasBind)("the size of an RRset beside BIND (needs named-compilezone)", () => {
  it.each(tooBig)("refuses %s where BIND does, and not one earlier", (_, given) => {
    expect(verdicts(given)).toEqual({ bind: false, here: false });
    expect(verdicts(given.slice(0, -1))).toEqual({ bind: true, here: true });
  });

  it("takes one TXT and one CAA as long as BIND does", () => {
    expect(verdicts([{ type: "TXT", value: "t".repeat(65_254) }])).toEqual({ bind: true, here: true });
    expect(verdicts([{ type: "CAA", value: `0 issue "${"c".repeat(65_503)}"` }])).toEqual({ bind: true, here: true });
    const longer = parseRecord({ zone: ZONE, name: "www", type: "TXT", value: "t".repeat(65_254) });
    expect(
      compileZone(ZONE, printZoneFile({ zone: ZONE, records: [{ ...longer, value: `${longer.value}t` }] })).loads,
    ).toBe(false);
  });
});
