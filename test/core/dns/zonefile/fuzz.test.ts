// Text of every kind before the reader: it always ends, never throws, and never looks at a character too often.
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkZone } from "../../../../src/core/dns/zone-rules.ts";
import { Lexer } from "../../../../src/core/dns/zonefile/lexer.ts";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { ZONE } from "../../../support/builders.ts";
import { meaningsOf } from "../bind/meaning.ts";

const folder = new URL("fixtures/", import.meta.url);
const seeds = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));

const piece = fc.oneof(
  fc.constantFrom(
    "(",
    ")",
    '"',
    ";",
    "\\",
    "\n",
    "\r\n",
    " ",
    "\t",
    "@",
    "$",
    "\u0000",
    "\ud800",
    "é",
    "\\000",
    "\\256",
  ),
  fc.constantFrom(
    "$ORIGIN ",
    "$TTL ",
    "$GENERATE 1-3 ",
    "${0,3,n}",
    "IN",
    "A",
    "TXT",
    "SOA",
    "192.0.2.1",
    "x",
    "*.",
    ".",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);

const soup = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(""));

/** A good file with some of its characters taken out, doubled or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece), { minLength: 1, maxLength: 12 }),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, [position, removed, added]) => {
      const at = position % (text.length + 1);
      return text.slice(0, at) + added + text.slice(at + removed);
    }, seed),
  );

function scannedBy(text: string): number {
  const lexer = new Lexer(text);
  while (lexer.next() !== undefined);
  return lexer.scanned;
}

describe("any text", () => {
  it("is read to its end, with problems that have a place in it, and what is read is good to print", () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated), (text) => {
        const { records, problems, notices, soa } = parseZoneFile(text, { zone: ZONE });
        const lineCount = text.split("\n").length;
        for (const { line, column } of [...problems, ...notices]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lineCount);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((text.split("\n")[line - 1] ?? "").length + 1);
        }
        const again = parseZoneFile(printZoneFile({ zone: ZONE, records, soa, nameservers: [] }), { zone: ZONE });
        expect(again.problems).toEqual([]);
        expect(meaningsOf(again.records)).toEqual(meaningsOf(records));
        expect(checkZone({ zone: ZONE, records }).filter(({ id }) => id === "duplicate-record")).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("has none of its lines left out in silence", () => {
    const line = fc
      .oneof(soup, fc.constantFrom("x 60 TXT a", "@ 60 SOA a. b. 1 2 3 4 5"))
      .map((text) => text.replaceAll(/[()"\n\r\\]/g, ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { records, problems, notices } = parseZoneFile(lines.join("\n"), { zone: ZONE });
        const told = new Set([...problems, ...notices].map(({ line }) => line));
        const meant = lines.filter(
          (text, at) => !/^[ \t]*(?:;|$)/.test(text) && !/^\$(?:ORIGIN|TTL|GENERATE)/i.test(text) && !told.has(at + 1),
        );
        expect(records.length).toBeGreaterThanOrEqual(meant.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the work", () => {
  it.each([
    "(",
    "(\n",
    ")",
    '"',
    '"\n',
    "\\",
    ";",
    "\r",
    "\n",
    "( x\n",
    '(")\n',
    "x (\n)\n",
    "\\\n",
    '"\\\n',
    "( ; )\n",
    "\ufeff",
  ])("grows with the length and no faster, for a text of nothing but %j", (part) => {
    const length = 20_000;
    expect(scannedBy(part.repeat(length))).toBeLessThanOrEqual(20 * part.length * length);
  });

  it("is bounded for any text", () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(scannedBy(text.repeat(20))).toBeLessThanOrEqual(20 * (20 * text.length + 1));
      }),
    );
  });
});
