// The one sanitizer of text that others wrote (record values, WHOIS, the server's messages) before people or models
// read it as text. Structured results carry the exact value; this is for lines.

/** Enough for any value that is worth reading; a long DKIM key is 400 characters. */
const VALUE_MAX_LENGTH = 500;

/**
 * One line: control, bidirectional, invisible and unassigned characters made visible as `\u{202e}`, line ends too, and
 * what is over `maxLength` characters told instead of shown.
 */
export function plainText(text: string, maxLength = VALUE_MAX_LENGTH): string {
  // Cut before the rest: a value may be megabytes long.
  const cut = text.length > maxLength;
  const shown = (cut ? text.slice(0, maxLength) : text).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu,
    visible,
  );
  return cut ? `${shown}… (${text.length.toLocaleString("en")} characters in all)` : shown;
}

function visible(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;
}
