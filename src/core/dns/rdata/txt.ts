// TXT: text (RFC 1035 §3.3.14). Its value is the whole text; character-strings are a matter of zone files and the wire.
import { encodeUtf8, escapeQuoted, quotedStrings, unescapeOctets } from "../master-text.ts";
import { invalidValue, tokenValue } from "./fields.ts";
import type { RdataToken, RecordTypeRow } from "./record-type-row.ts";

const STRING_MAX_OCTETS = 255;
/** Counts the length octet of each string. RDLENGTH allows 65,535; BIND 9.18 refuses the zone from 65,511 on. */
const RDATA_MAX_OCTETS = 65_510;

export const txt: RecordTypeRow = {
  type: "TXT",
  code: 16,
  fields: ["text"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: "v=spf1 -all",
  /**
   * A value that is nothing but quoted strings is presentation form, from the API (contract) as from people: it is what
   * control panels and zone files show, and a text kept with its quotes would come back from the API without them.
   */
  split(value) {
    const strings = quotedStrings(value.trim());
    return [strings === undefined ? value : joined(strings.map((text) => ({ text, quoted: true })))];
  },
  fromTokens(tokens) {
    if (tokens.length === 0) throw emptyText();
    for (const token of tokens) refuseLongString(token);
    return [joined(tokens)];
  },
  read(fields) {
    const [text = ""] = fields;
    refuseUnsendable(text);
    return { value: text };
  },
  print: ({ value }) =>
    characterStrings(value)
      .map((octets) => `"${escapeQuoted(octets)}"`)
      .join(" "),
  wire: ({ value }) => characterStrings(value).map((octets) => ({ octets: Uint8Array.of(octets.length, ...octets) })),
  targets: () => [],
  faults: () => [],
};

function characterStrings(text: string): readonly Uint8Array[] {
  const octets = encodeUtf8(text);
  const strings: Uint8Array[] = [];
  for (let at = 0; at < octets.length; at += STRING_MAX_OCTETS)
    strings.push(octets.subarray(at, at + STRING_MAX_OCTETS));
  return strings;
}

/** Joined before decoding: a character may be cut by the border between two strings. */
function joined(tokens: readonly RdataToken[]): string {
  return tokenValue({ text: tokens.map(({ text }) => text).join(""), quoted: true });
}

function refuseLongString({ text }: RdataToken): void {
  if (text.length <= STRING_MAX_OCTETS / 4) return;
  if ((unescapeOctets(text)?.length ?? 0) <= STRING_MAX_OCTETS) return;
  throw invalidValue(
    "A character-string has more than 255 octets (RFC 1035 §3.3).",
    "Cut it into several quoted strings; they are joined without a separator.",
  );
}

function refuseUnsendable(text: string): void {
  if (text === "") throw emptyText();
  if (/\p{Surrogate}/u.test(text)) {
    throw invalidValue("The text has half of a character in it (a lone surrogate).", "Give whole characters.");
  }
  // Sent as it is, it would come back as presentation form and be read as another text (contract, "TXT").
  if (quotedStrings(text.trim()) !== undefined) {
    throw invalidValue(
      "The text is itself nothing but quoted strings, which the API cannot tell from a quoted text.",
      "Leave out the inner quotes.",
    );
  }
  const octets = encodeUtf8(text).length;
  if (octets + Math.ceil(octets / STRING_MAX_OCTETS) <= RDATA_MAX_OCTETS) return;
  throw invalidValue(`The text has ${octets} octets; a TXT record holds at most 65,254.`, "Shorten the text.");
}

function emptyText() {
  return invalidValue("The text is empty; the API takes no empty value.", "Give the text of the record.");
}
