import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rdataKey, sameRdata } from "../../../src/core/dns/compare.ts";
import { relativeName, withFinalDot } from "../../../src/core/dns/name.ts";
import { parseRecord, readRecord } from "../../../src/core/dns/parse-record.ts";
import { parseRdataTokens, printRdata, rdataParts } from "../../../src/core/dns/rdata.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { recordTypes } from "../../../src/core/dns/record-types.ts";
import { ZONE } from "../../support/builders.ts";
import { anyRecord } from "./arbitrary-records.ts";
import { wordsAndStrings } from "./rdata-tokens.ts";

const law = (hold: (record: DnsRecord) => void) => fc.assert(fc.property(anyRecord, hold), { numRuns: 500 });

describe("a canonical record of any type", () => {
  it("reads as itself when people give it back", () => {
    law((record) => {
      expect(parseRecord({ zone: ZONE, ...record, name: relativeName(record.name, ZONE) })).toEqual(record);
      expect(parseRecord({ zone: ZONE, ...record, name: `${record.name}.` })).toEqual(record);
    });
  });

  it("reads as itself when the API answers it, in other spellings too", () => {
    law((record) => {
      expect(readRecord({ zone: ZONE, ...record })).toEqual(record);
      const { value: _, priority: __, ...rest } = record;
      const [first, ...more] = recordTypes[record.type].targets(record);
      const isLast = first !== undefined && more.length === 0 && record.value.endsWith(first);
      const value = isLast ? withFinalDot(record.value).toUpperCase() : record.value;
      const priority = record.priority === undefined ? {} : { priority: String(record.priority) };
      const name = `${record.name}.`.toUpperCase();
      expect(readRecord({ zone: ZONE, ...rest, name, value, ...priority })).toEqual(record);
    });
  });

  it("reads as itself from a master file", () => {
    law((record) => {
      const { value, priority } = record;
      const read = parseRdataTokens(record.type, wordsAndStrings(printRdata(record)), "other.example");
      expect(read).toEqual(priority === undefined ? { value } : { value, priority });
    });
  });

  it("is the same data as another exactly when the octets on the wire are", () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, fc.boolean(), (one, stranger, twin) => {
        const other = twin ? { ...one, ttl: stranger.ttl, name: stranger.name } : stranger;
        fc.pre(one.type === other.type);
        expect(sameRdata(one, other)).toBe(wireText(one) === wireText(other));
        expect(rdataKey(one) === rdataKey(other)).toBe(sameRdata(one, other));
      }),
      { numRuns: 500 },
    );
  });
});

function wireText(record: DnsRecord): string {
  return JSON.stringify(rdataParts(record).map((part) => ("name" in part ? part.name : [...part.octets])));
}
