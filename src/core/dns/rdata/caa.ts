// CAA: which authorities may issue certificates (RFC 8659). Its value is `flags tag "value"`.
import { encodeUtf8, escapeQuoted, quotedStrings } from "../master-text.ts";
import { invalidValue, readNumber, splitOnSpace, tokenTexts, tokenValue } from "./fields.ts";
import type { Rdata, RecordFault, RecordTypeRow } from "./record-type-row.ts";

/** Bit 0, "issuer critical" (RFC 8659 §4.1); the other bits are reserved. */
const CRITICAL = 128;
const TAG = /^[a-z0-9]{1,255}$/;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
/** Tag and value together. RDLENGTH allows 65,533; BIND 9.18 refuses the zone from 65,509 on. */
const VALUE_MAX_OCTETS = 65_508;

export const caa: RecordTypeRow = {
  type: "CAA",
  code: 257,
  fields: ["flags", "tag", "value"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: '0 issue "letsencrypt.org"',
  split(value) {
    const [, flagsAndTag = "", rest] = /^(\S+(?:\s+\S+)?)(?:\s+([^]*))?$/.exec(value.trim()) ?? [];
    return [...splitOnSpace(flagsAndTag), ...(rest === undefined ? [] : [bareValue(rest)])];
  },
  fromTokens: (tokens) => [...tokenTexts(tokens.slice(0, 2)), ...tokens.slice(2).map(tokenValue)],
  read(fields) {
    const [flags = "", tag = "", value = ""] = fields;
    const number = readNumber(flags, { field: "flags", max: 255 });
    return { value: `${number} ${readTag(tag)} "${escapeQuoted(encodeUtf8(readValue(tag, value)))}"` };
  },
  print: ({ value }) => value,
  wire(rdata) {
    const { flags, tag, value } = parts(rdata);
    return [{ octets: Uint8Array.of(flags, tag.length, ...encodeUtf8(tag + value)) }];
  },
  targets: () => [],
  faults: (rdata) => flagFaults(rdata),
};

/** Quoted with escapes, or bare to the end of the text: `;` and spaces need no quotes where nothing follows. */
function bareValue(text: string): string {
  const [string, ...more] = quotedStrings(text) ?? [];
  if (string !== undefined && more.length === 0) return tokenValue({ text: string, quoted: true });
  if (!/["\\]/.test(text)) return text;
  throw invalidValue(
    "The value of the CAA record is not quoted as a whole.",
    'Write it such as 0 issue "letsencrypt.org".',
  );
}

function readTag(written: string): string {
  const tag = written.toLowerCase();
  if (TAG.test(tag)) return tag;
  throw invalidValue(
    "The tag of a CAA record is made of letters and digits (RFC 8659 §4.1).",
    'Use issue, issuewild, iodef or another registered tag: 0 issue "letsencrypt.org".',
  );
}

function readValue(tag: string, value: string): string {
  if (PRINTABLE_ASCII.test(value) && tag.length + value.length <= VALUE_MAX_OCTETS) return value;
  throw invalidValue(
    "The value of a CAA record is printable ASCII, at most 65,508 octets with its tag (RFC 8659 §4.1).",
    "Give a domain as its A-labels and a URL percent-encoded.",
  );
}

function parts({ value }: Rdata): { flags: number; tag: string; value: string } {
  const [flags = "", tag = "", text = ""] = caa.split(value);
  return { flags: Number(flags), tag, value: text };
}

function flagFaults(rdata: Rdata): readonly RecordFault[] {
  const { flags } = parts(rdata);
  if (flags === 0 || flags === CRITICAL) return [];
  return [
    {
      id: "caa-flags",
      field: "value",
      message: "The flags of a CAA record are 0, or 128 for critical; other bits are reserved.",
      fix: "Set the flags to 0, or to 128 if an authority that does not know the tag must refuse.",
      source: "RFC 8659 §4.1",
    },
  ];
}
