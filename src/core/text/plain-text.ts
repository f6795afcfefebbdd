// The one sanitizer of text that others wrote (record values, WHOIS, the server's messages) before people or models
// read it as text. Structured results carry the exact value; this is for lines.

/** Enough for any value that is worth reading; a long DKIM key is 400 characters. */
export const VALUE_MAX_LENGTH = 500;

/**
 * One line: control, bidirectional, invisible and unassigned characters made visible as `\u{202e}`, line ends too, and
 * what is over `maxLength` characters told instead of shown.
 */
export function plainText(text: string, maxLength = VALUE_MAX_LENGTH): string {
  const { kept, rest } = cut(text, maxLength);
  return visible(kept) + rest;
}

/** `plainText` in quotes that nothing inside can end: a backslash before every quote and backslash of the text. */
export function quotedText(text: string, maxLength = VALUE_MAX_LENGTH): string {
  const { kept, rest } = cut(text, maxLength);
  return `"${visible(kept.replace(/["\\]/g, "\\$&"))}${rest}"`;
}

/** A word (a name, an id, a status) as it is; whatever else stands in its place is quoted. */
export function wordText(text: string, maxLength: number): string {
  return WORD.test(text) ? plainText(text, maxLength) : quotedText(text, maxLength);
}

/** An id as the API gave it: opaque, so it may be any text. */
export function idText(id: string): string {
  return wordText(id, ID_MAX_LENGTH);
}

const ID_MAX_LENGTH = 100;
const WORD = /^[A-Za-z0-9_.:@/*+=\\-]+$/;

/** As it is, for a structured result: what is over `maxLength` characters told instead of shown. */
export function shortText(text: string, maxLength = VALUE_MAX_LENGTH): string {
  const { kept, rest } = cut(text, maxLength);
  return kept + rest;
}

// Before everything else: a value may be megabytes long.
function cut(text: string, maxLength: number): { readonly kept: string; readonly rest: string } {
  if (text.length <= maxLength) return { kept: text, rest: "" };
  return { kept: text.slice(0, maxLength), rest: `… (${text.length.toLocaleString("en")} characters in all)` };
}

function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`,
  );
}
