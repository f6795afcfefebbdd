// One label of a domain name: how it may be written, and its one canonical spelling.
import { InputError } from "../errors.ts";
import { isALabel, toALabel } from "./idn.ts";
import { decimalEscape, unescapeOctets } from "./master-text.ts";

/** RFC 1035 §2.3.4. */
export const LABEL_MAX_OCTETS = 63;

const PLAIN = /^[a-z0-9_-]+$/;
/** Written bare these are slips of the keyboard, or another thing than a name; as `\X` or `\DDD` they are meant. */
const BARE_REFUSED = /[\s"();@\p{Cc}]/u;
/** What a master file gives a meaning to, and so is written with a backslash (RFC 1035 §5.1). */
const ESCAPED = new Set(Array.from('"().;\\@$', (char) => char.charCodeAt(0)));

/**
 * The canonical spelling of one label as written: lower case, A-label, special octets escaped.
 * @throws InputError invalid_name
 */
export function canonicalLabel(written: string): string {
  const label = written.toLowerCase();
  if (PLAIN.test(label) && !label.startsWith("xn--")) return bounded(label, label.length);
  if (written === "") throw refusal("A name has an empty label (two dots in a row, or a dot in front).");
  if (BARE_REFUSED.test(written.replaceAll(/\\[^]/g, ""))) {
    throw refusal(
      'A name has white space or one of the characters " ( ) ; @ in it.',
      "Write the name alone, with dots between its labels; a character that is really meant is written as \\DDD.",
    );
  }
  if (!/^[\x20-\x7e]*$/.test(written)) return fromULabel(written);
  return fromEscaped(written);
}

/** How many octets a canonical label has on the wire, its length octet left out. */
export function labelOctets(label: string): number {
  return label.includes("\\") ? label.replaceAll(/\\(?:\d{3}|[^])/g, "x").length : label.length;
}

/** The canonical spelling of a label's octets. */
export function labelFromOctets(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) {
    if (octet <= 0x20 || octet >= 0x7f) text += decimalEscape(octet);
    else if (ESCAPED.has(octet)) text += `\\${String.fromCharCode(octet)}`;
    else text += String.fromCharCode(octet).toLowerCase();
  }
  return text;
}

function fromULabel(written: string): string {
  if (written.includes("\\")) {
    throw refusal("A label has both an escape and a character that is not ASCII.", "Write all of it one way.");
  }
  const label = toALabel(written);
  if (label === undefined) {
    throw refusal(
      "A label is not a valid internationalised label (UTS #46).",
      "Check its spelling, or give it as an A-label (xn--...).",
    );
  }
  return bounded(label, label.length);
}

function fromEscaped(written: string): string {
  const octets = unescapeOctets(written);
  if (octets === undefined) {
    throw refusal("A name has a broken escape.", "Escapes are \\X for a character and \\DDD for an octet, 000 to 255.");
  }
  const label = labelFromOctets(octets);
  if (label.startsWith("xn--") && !isALabel(label)) {
    throw refusal(
      "A label starts with xn-- and stands for no internationalised label (RFC 5890 §2.3.2.1).",
      "Write the label in its own characters; it is encoded for you.",
    );
  }
  return bounded(label, octets.length);
}

function bounded(label: string, octets: number): string {
  if (octets <= LABEL_MAX_OCTETS) return label;
  throw refusal(`A label has ${octets} octets; the limit is 63 (RFC 1035 §2.3.4).`, "Shorten the label.");
}

function refusal(message: string, hint = "Write labels of 1 to 63 octets with single dots between them."): InputError {
  return new InputError("invalid_name", message, { hint });
}
