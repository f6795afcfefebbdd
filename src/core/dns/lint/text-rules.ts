// Texts that were spoilt on their way into the zone: quotes, escapes and spaces that are part of the text now.
import type { DnsRecord } from "../record.ts";
import { at, type LintRule } from "./rule.ts";

const texts =
  (isWrong: (record: DnsRecord) => boolean): LintRule["check"] =>
  (index) =>
    index.texts.filter(isWrong).map(at);

export const textRules: readonly LintRule[] = [
  {
    id: "txt-outer-space",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text starts or ends in white space, which whoever compares it takes as a part of it.",
    fix: "Give the text without the space.",
    firing: ['@ TXT "a text "'],
    silent: ['@ TXT "a text"'],
    check: texts(({ value }) => value !== value.trim()),
  },
  {
    id: "txt-quoted-twice",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has quotes around it that are a part of it: it was quoted once too often.",
    fix: "Give the plain text; quotes are put round it where they are needed.",
    firing: ['@ TXT "\\\\\\"a text\\\\\\""'],
    silent: ['@ TXT "a \\"quoted\\" word"'],
    check: texts(({ value }) => /^(?:\\+"[^]*"|'[^]*'|[\u201c\u201d\u201e][^]*[\u201c\u201d])$/.test(value.trim())),
  },
  {
    id: "txt-unbalanced-quote",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has a quote without its partner, as it is left where a long text was cut or copied in part.",
    fix: "Give the whole text again, without quotes.",
    firing: ['@ TXT "\\"a text"'],
    silent: ['@ TXT "a \\"quoted\\" word"'],
    check: texts(({ value }) => value.includes('"') && value.split('"').length % 2 === 0),
  },
  {
    id: "txt-escaped-semicolon",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has a backslash before a semicolon; it was escaped for another program, and here it is a part of the text.",
    fix: "Give the text without the backslashes.",
    firing: ['x TXT "a=1\\\\; b=2"'],
    silent: ['x TXT "a=1; b=2"'],
    check: texts(({ value }) => value.includes("\\;")),
  },
  {
    id: "txt-control-character",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text has a line break or another control character in it, which was hardly meant.",
    fix: "Give the text on one line.",
    firing: ['x TXT "a\\010b"'],
    silent: ['x TXT "a b"'],
    check: texts(({ value }) => /\p{Cc}/u.test(value)),
  },
  {
    id: "txt-invisible-character",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text has a character that cannot be seen or looks like a space, as word processors put in.",
    fix: "Type the text again as plain text.",
    firing: ['x TXT "a\\194\\160b"'],
    silent: ['x TXT "a b"'],
    check: texts(({ value }) => /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\ufeff]/.test(value)),
  },
];
