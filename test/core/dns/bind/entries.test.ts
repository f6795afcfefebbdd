// The reader beside BIND's, entry by entry: what BIND refuses is a problem here, what is read is read alike, and what is
// refused although BIND takes it is refused for a reason of this list.
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import { compileZone, hasBind, zoneHead } from "../../../support/bind.ts";
import { type ArbitraryEntry, arbitraryEntry } from "./arbitrary-entry.ts";
import { ZONE } from "./arbitrary-zone.ts";
import { meaningsOf, meaningsOfCompiled } from "./meaning.ts";

const HEAD_LINES = zoneHead(ZONE).split("\n").length - 1;

interface StricterRule {
  readonly why: string;
  readonly example: string;
  readonly message: RegExp;
}

/** What BIND loads and this reader refuses: by the API, by a stricter RFC, or by the decisions table. */
const STRICTER: readonly StricterRule[] = [
  { why: "types the API lacks", example: "n PTR host", message: /does not take \S+ records/ },
  { why: "numbered types (RFC 3597 §5)", example: "n TYPE1 \\# 4 c0000201", message: /does not take \S+ records/ },
  {
    why: "rdata in hexadecimal (RFC 3597 §5)",
    example: "n A \\# 4 c0000201",
    message: /^The data of an? \w+ record is .* and not 3\./,
  },
  {
    why: "an address where a name belongs",
    example: "n CNAME 192.0.2.1.",
    message: /points at a name, not at an address/,
  },
  { why: "the root as a name server", example: "n NS .", message: /The root is no name server/ },
  {
    why: "an asterisk elsewhere than alone and leftmost (RFC 4592)",
    example: "a*.n TXT x",
    message: /An asterisk stands elsewhere/,
  },
  { why: "a null MX with a preference (RFC 7505)", example: "n MX 10 .", message: /A null MX/ },
  { why: "an A-label that is none (RFC 5890)", example: "n CNAME xn--.", message: /starts with xn--/ },
  {
    why: "a CAA value that is not ASCII (RFC 8659)",
    example: 'n CAA 0 issue "\\195\\169"',
    message: /printable ASCII/,
  },
  { why: "reserved CAA flags (RFC 8659)", example: 'n CAA 1 issue ";"', message: /The flags of a CAA record/ },
  { why: "an empty TXT, which the API does not take", example: 'n TXT ""', message: /The text is empty/ },
  { why: "a TXT that is no UTF-8 text, which JSON cannot carry", example: "n TXT \\255", message: /no UTF-8 text/ },
  {
    why: "a TXT of nothing but quoted strings, another text to the API",
    example: 'n TXT "\\"a\\""',
    message: /nothing but quoted strings/,
  },
  { why: "a space in a quoted name", example: '"n x" TXT a', message: /white space or one of the characters/ },
  {
    why: "a TTL above 2147483647 (RFC 2181), which BIND takes for 0",
    example: "n 2147483648 TXT a",
    message: /The TTL is above/,
  },
  {
    why: "an SRV owner without service and protocol (RFC 2782)",
    example: "n SRV 0 0 1 sip.example.net.",
    message: /_service\._proto/,
  },
  { why: "a doubled zone name without a final dot", example: "n.example.com TXT a", message: /Without a final dot/ },
  {
    why: "an owner outside the zone, which BIND leaves out",
    example: "n.example.net. TXT a",
    message: /is not inside/,
  },
  {
    why: "$INCLUDE, which would read other files",
    example: "$INCLUDE /dev/null",
    message: /\$INCLUDE is not followed/,
  },
];

it("is told in docs/decisions/stricter-than-bind.md, and nothing else is", () => {
  const page = readFileSync("docs/decisions/stricter-than-bind.md", "utf8");
  const rows = STRICTER.map(({ why, example }) => `| ${why} | \`${example}\` |`);
  expect(page.split("\n").filter((line) => line.includes("| `"))).toEqual(rows);
});

function spelled(entry: ArbitraryEntry, index: number): string {
  const service = entry.type === "SRV" ? "_sip._tcp." : "";
  return `${service}${entry.prefix}n${index}${entry.rest}`;
}

interface Judged {
  readonly text: string;
  /** The first problem here. */
  readonly here: string | undefined;
  /** BIND refuses it. */
  readonly there: boolean;
}

function judge(entries: readonly string[]): readonly Judged[] {
  const text = `${zoneHead(ZONE)}${entries.join("\n")}\n`;
  const { problems } = parseZoneFile(text, { zone: ZONE });
  const { refusedLines, loads } = compileZone(ZONE, text, "none");
  let next = HEAD_LINES + 1;
  return entries.map((entry) => {
    const first = next;
    next += entry.split("\n").length;
    const within = (line: number) => line >= first && line < next;
    return {
      text: entry,
      here: problems.find(({ line }) => within(line))?.message,
      // Alone, an entry is refused on whatever line BIND gives up.
      there: entries.length === 1 ? !loads : [...refusedLines].some(within),
    };
  });
}

function isReadAlone({ text }: Judged): boolean {
  return parseZoneFile(`${zoneHead(ZONE)}${text}\n`, { zone: ZONE }).problems.length === 0;
}

/** Entries about which the two disagree, each judged alone again: one error can throw BIND off for the lines behind it. */
function disagreements(judged: readonly Judged[]): readonly Judged[] {
  const agree = ({ here, there }: Judged) => (here !== undefined) === there;
  return judged
    .filter((entry) => !agree(entry))
    .flatMap(({ text }) => judge([text]))
    .filter((entry) => !agree(entry));
}

describe.runIf(hasBind)("entries beside BIND (needs named-compilezone)", () => {
  it("are problems where BIND refuses them, and mean the same where they are read", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { minLength: 1, maxLength: 60 }), (entries) => {
        const judged = judge(entries.map(spelled));
        const unexplained = disagreements(judged).filter(
          ({ here }) => here === undefined || !STRICTER.some(({ message }) => message.test(here)),
        );
        expect(unexplained).toEqual([]);
        // An entry that another's open parenthesis swallowed was never judged: each is read alone as well.
        const good = judged.filter((entry) => entry.here === undefined && isReadAlone(entry)).map(({ text }) => text);
        const text = `${zoneHead(ZONE)}${good.join("\n")}\n`;
        const read = parseZoneFile(text, { zone: ZONE });
        expect(read.problems).toEqual([]);
        const compiled = compileZone(ZONE, text, "none");
        expect(compiled.loads, `${text}\n${compiled.output}`).toBe(true);
        expect(meaningsOf(read.records)).toEqual(meaningsOfCompiled(compiled.records));
      }),
      { numRuns: 100 },
    );
  });

  it.each(STRICTER)("refuses what BIND loads: $why", ({ example, message }) => {
    const [verdict] = judge([example]);
    expect(verdict?.there).toBe(false);
    expect(verdict?.here).toMatch(message);
  });
});
