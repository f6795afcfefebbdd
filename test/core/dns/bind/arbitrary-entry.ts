// Entries of master files as careless people, other programs and fuzzers write them: raw text, most of it readable.
import * as fc from "fast-check";

const gap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(" ", "\t", "  ", " \t ") },
  { weight: 1, arbitrary: fc.constantFrom(" ( ) ", "( )", " ) ", " (\n\t)", " ( ; a comment )\n  ) ", " (\r\n)") },
);

const ttl = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("", "60", "3600", "0", "2147483647", "1h", "1w2d3h4m5s", "1H30M", "007") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1x", "h", "1h1", "-1", "1.5", "+5", "0x10", "99999999999", "1 h", '"60"', "5\\0"),
  },
);

const inClass = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("IN", "in", "", "", "CLASS1") },
  { weight: 1, arbitrary: fc.constantFrom("CH", "HS", "ANY", "CLASS3", '"IN"', "I\\N", "NONE", "CHAOS") },
);

const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("mail.example.net.", "MAIL.Example.NET.", "host", "a.b.c", "@", ".", "x-y.z."),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "a..b",
      "..",
      "-x.",
      "a_b.net.",
      `${"x".repeat(64)}.`,
      '"mail.net."',
      "\\@",
      "a\\.b.",
      "\\065.",
      "\\256.",
      "\\06",
      "x\\",
      "192.0.2.1",
      "2001:db8::1",
      "*",
      "*.x.",
      "a.*.b.",
      "a*.b.",
      "xn--.",
      "$x.",
      "a\\",
      "a\\ b.",
    ),
  },
);

const number = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("0", "10", "65535", "007") },
  { weight: 1, arbitrary: fc.constantFrom("65536", "-1", "1.0", "0x1", "", "a", '"10"', "1\\0", "4294967306", "+1") },
);

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"a b"',
        "word",
        '"say \\"hi\\""',
        '""',
        '"semi ; ( ) @"',
        "a\\;b",
        '\\"q',
        '"\\\\"',
        "\\065\\066",
        '"\\000\\195\\169"',
        '"x""y"',
        'x"y"',
        "$TTL",
        "@",
        `"${"l".repeat(255)}"`,
      ),
      fc.constantFrom(
        '"open',
        "\\256",
        "\\25",
        "\\2x5",
        `"${"l".repeat(256)}"`,
        "m".repeat(256),
        `"${"\\065".repeat(256)}"`,
        "dangling\\",
        '"two\nlines"',
        '"esc\\\nline"',
        '"\\300"',
      ),
    ),
    { minLength: 0, maxLength: 3 },
  )
  .map((strings) => strings.join(" "))
  // An open string that swallows the line end would make one entry of two.
  .filter((text) => !(text.includes('"open') && text.endsWith("\\")));

const quotedIssuer = fc.constantFrom(
  '"letsencrypt.org"',
  "letsencrypt.org",
  '";"',
  '""',
  '"a\\"b"',
  '"a" "b"',
  '"\\195\\169"',
  ";",
  '"é"',
);

const data = fc.oneof(
  fc.tuple(
    fc.constant("A"),
    fc.constantFrom(
      "192.0.2.1",
      "192.0.2.1",
      "192.0.2.01",
      "192.0.2",
      "1.2.3.4.5",
      '"192.0.2.1"',
      "192.0.2.256",
      "0xc0.0.2.1",
      "192.0.2.1 x",
      "\\# 4 c0000201",
      "192.0.2.\\049",
    ),
  ),
  fc.tuple(
    fc.constant("AAAA"),
    fc.constantFrom(
      "2001:db8::1",
      "2001:DB8:0:0:0::1",
      "::",
      "::ffff:192.0.2.1",
      "fe80::1%eth0",
      "1:2:3",
      "12345::",
      "1::2::3",
      '"::1"',
      "::1/64",
      "1:2:3:4:5:6:7:8:9",
    ),
  ),
  fc.tuple(fc.constantFrom("CNAME", "cname", "NS"), name),
  fc.tuple(
    fc.constant("MX"),
    fc.tuple(number, name).map((fields) => fields.join(" ")),
  ),
  fc.tuple(
    fc.constant("SRV"),
    fc.tuple(number, number, number, name).map((fields) => fields.join(" ")),
  ),
  fc.tuple(fc.constantFrom("TXT", "txt", "TX\\T", '"TXT"'), texts),
  fc.tuple(
    fc.constant("CAA"),
    fc
      .tuple(
        fc.constantFrom("0", "128", "256", "-1", "x", '"0"'),
        fc.constantFrom("issue", "IssueWild", "x-y", '"issue"', "is\\sue", "i".repeat(256), "_x"),
        quotedIssuer,
      )
      .map((fields) => fields.join(" ")),
  ),
  fc.tuple(
    fc.constantFrom("FOO", "A6", "TYPE1", "TYPE99999", "", "SOA", "PTR", "HTTPS"),
    fc.constantFrom("x", "\\# 4 c0000201", ""),
  ),
);

const prefix = fc.oneof(
  { weight: 8, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "*.",
      "_x.",
      "\\065.",
      "a\\.b.",
      "\\$a.",
      "a*.",
      "-a.",
      '"',
      "a\\",
      "..",
      "x\\000y.",
      `${"l".repeat(63)}.`,
      `${"l".repeat(64)}.`,
    ),
  },
);

export interface ArbitraryEntry {
  /** Stands before the owner name, which is its caller's. */
  readonly prefix: string;
  readonly type: string;
  /** All that follows the owner name. */
  readonly rest: string;
}

export const arbitraryEntry: fc.Arbitrary<ArbitraryEntry> = fc
  .record({ prefix, ttl, inClass, ttlFirst: fc.boolean(), data, gaps: fc.array(gap, { minLength: 4, maxLength: 4 }) })
  .map(({ prefix, ttl, inClass, ttlFirst, data: [type, rdata], gaps }) => {
    const words = [...(ttlFirst ? [ttl, inClass] : [inClass, ttl]), type, rdata].filter((word) => word !== "");
    return { prefix, type: type.toUpperCase(), rest: words.map((word, at) => (gaps[at] ?? " ") + word).join("") };
  });
