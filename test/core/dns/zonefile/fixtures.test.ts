// Zone files written by hand to be hard to read; each loads in BIND, and means the same here.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { ZONE } from "../../../support/builders.ts";
import { compileZone, hasBind } from "../../../support/bind.ts";
import { meaningsOf, meaningsOfCompiled } from "../bind/meaning.ts";

const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

describe.each(fixtures)("$file", ({ text }) => {
  const read = parseZoneFile(text, { zone: ZONE });

  it("is read without a problem", () => {
    expect(read.problems).toEqual([]);
    expect(read.records.length).toBeGreaterThan(3);
    expect(read.soa).toMatchObject({ refresh: 7200, retry: 900, expire: 1_209_600 });
  });

  it.runIf(hasBind)("means what BIND says it means", () => {
    const { loads, output, records } = compileZone(ZONE, text);
    expect(loads, output).toBe(true);
    expect(meaningsOf(read.records)).toEqual(meaningsOfCompiled(records));
  });

  it("means the same with Windows line ends and a byte order mark", () => {
    // An escaped line end belongs to its string: another one would be another text.
    const windows = `\ufeff${text.replaceAll(/(?<!\\)\n/g, "\r\n")}`;
    expect(parseZoneFile(windows, { zone: ZONE })).toEqual(read);
  });

  it("is printed and read as the same records and the same SOA", () => {
    const printed = printZoneFile({ zone: ZONE, records: read.records, soa: read.soa });
    const again = parseZoneFile(printed, { zone: ZONE });
    expect(again.problems).toEqual([]);
    expect(meaningsOf(again.records)).toEqual(meaningsOf(read.records));
    expect(again.soa).toEqual(read.soa);
    expect(printZoneFile({ zone: ZONE, records: again.records, soa: again.soa })).toBe(printed);
  });
});
