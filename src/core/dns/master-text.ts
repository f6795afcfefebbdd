// Text as a master file writes it (RFC 1035 §5.1): octets behind `\X` and `\DDD`, and back.

const BACKSLASH = 0x5c;
const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The octets that `text` stands for, UTF-8 where it is not escaped; `undefined` when an escape is broken. */
export function unescapeOctets(text: string): Uint8Array | undefined {
  const written = utf8.encode(text);
  if (!text.includes("\\")) return written;
  const octets: number[] = [];
  for (let at = 0; at < written.length; at++) {
    const octet = written[at] ?? 0;
    if (octet !== BACKSLASH) {
      octets.push(octet);
      continue;
    }
    const escaped = readEscape(written, at + 1);
    if (escaped === undefined) return undefined;
    octets.push(escaped.octet);
    at += escaped.length;
  }
  return Uint8Array.from(octets);
}

/** Octets inside the quotes of a character-string: `"` and `\` escaped, what is not printable ASCII as `\DDD`. */
export function escapeQuoted(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) {
    if (octet < 0x20 || octet > 0x7e) text += decimalEscape(octet);
    else if (octet === 0x22 || octet === BACKSLASH) text += `\\${String.fromCharCode(octet)}`;
    else text += String.fromCharCode(octet);
  }
  return text;
}

/** `\DDD`, the escape that every octet has. */
export function decimalEscape(octet: number): string {
  return `\\${String(octet).padStart(3, "0")}`;
}

/** The text whose UTF-8 the octets are; `undefined` when they are none. */
export function decodeUtf8(octets: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(octets);
  } catch {
    return undefined;
  }
}

/** The UTF-8 octets of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return utf8.encode(text);
}

/**
 * The character-strings of a text that is nothing but quoted strings (`"v=spf1 " "-all"`), escapes still in them;
 * `undefined` for any other text.
 */
export function quotedStrings(text: string): readonly string[] | undefined {
  if (!text.startsWith('"') || !text.endsWith('"')) return undefined;
  const strings: string[] = [];
  const string = /"([^"\\]*(?:\\[^][^"\\]*)*)"\s*/y;
  while (string.lastIndex < text.length) {
    const match = string.exec(text);
    if (match?.[1] === undefined) return undefined;
    strings.push(match[1]);
  }
  return strings;
}

function readEscape(written: Uint8Array, at: number): { octet: number; length: number } | undefined {
  const first = written[at];
  if (first === undefined) return undefined;
  if (!isDigit(first)) return { octet: first, length: 1 };
  const [second, third] = [written[at + 1], written[at + 2]];
  if (second === undefined || third === undefined || !isDigit(second) || !isDigit(third)) return undefined;
  const octet = (first - 0x30) * 100 + (second - 0x30) * 10 + (third - 0x30);
  return octet > 255 ? undefined : { octet, length: 3 };
}

function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39;
}
