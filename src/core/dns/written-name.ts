// A domain name as somebody wrote it, before it is known what it is relative to.
import { InputError } from "../errors.ts";
import { canonicalLabel, labelOctets } from "./label.ts";

/** 255 octets on the wire (RFC 1035 §2.3.4), each label with its length octet, the root label included. */
const NAME_MAX_OCTETS = 255;
/** Every octet as `\DDD`, and a final dot; anything longer is refused before work is spent on it. */
const TEXT_MAX_LENGTH = 4 * NAME_MAX_OCTETS;

const PLAIN_NAME = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
/** UTS #46 §4 takes these for dots too. */
const OTHER_DOTS = /[\u3002\uff0e\uff61]/g;

/** A name that was read, and whether it said where it ends. */
export interface WrittenName {
  /** Canonical labels joined by dots, no final dot; the root is the empty text. */
  readonly name: string;
  /** It ended in a dot. */
  readonly absolute: boolean;
}

/**
 * Reads a name in any spelling: case, escapes, U-labels, a final dot.
 * @throws InputError invalid_name
 */
export function readName(text: string): WrittenName {
  const endsInDot = text.endsWith(".");
  const plain = (endsInDot ? text.slice(0, -1) : text).toLowerCase();
  if (plain.length < NAME_MAX_OCTETS && PLAIN_NAME.test(plain) && !plain.includes("xn--")) {
    return bounded({ name: plain, absolute: endsInDot });
  }
  if (text.length > TEXT_MAX_LENGTH) throw tooLong();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    throw new InputError("invalid_name", "A URL was given where a name belongs.", {
      hint: "Give the host part alone, without scheme, port and path.",
    });
  }
  if (text === ".") return { name: "", absolute: true };
  const written = splitLabels(text.replaceAll(OTHER_DOTS, "."));
  const absolute = written.length > 1 && written.at(-1) === "";
  const labels = (absolute ? written.slice(0, -1) : written).map(canonicalLabel);
  refuseOddWildcards(labels);
  return bounded({ name: labels.join("."), absolute });
}

/** The parts of a text between dots that no backslash takes away. */
export function splitLabels(text: string): readonly string[] {
  if (!text.includes("\\")) return text.split(".");
  const labels: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === ".") {
      labels.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...labels, text.slice(start)];
}

/**
 * Refuses a canonical name that is too long for the wire, and gives it back otherwise.
 * @throws InputError invalid_name
 */
export function withinLimits(name: string): string {
  if (wireLength(name) > NAME_MAX_OCTETS) throw tooLong();
  return name;
}

function bounded(written: WrittenName): WrittenName {
  withinLimits(written.name);
  return written;
}

/** Octets of a canonical name without its final dot. */
export function wireLength(name: string): number {
  // Each dot between labels is the length octet of the next one; the first label's and the root's are the two more.
  return name === "" ? 1 : labelOctets(name) + 2;
}

/**
 * RFC 4592 §2.1.1: a wildcard is the leftmost label and nothing but an asterisk.
 * @throws InputError invalid_name
 */
export function refuseOddWildcards(labels: readonly string[]): void {
  if (!labels.some((label, at) => label.includes("*") && (at > 0 || label !== "*"))) return;
  throw new InputError(
    "invalid_name",
    "An asterisk stands elsewhere than alone in the leftmost label (RFC 4592 §2.1.1).",
    {
      hint: "Write a wildcard as *.example.com.",
    },
  );
}

function tooLong(): InputError {
  return new InputError(
    "invalid_name",
    "The name is longer than 253 characters, or 255 octets on the wire (RFC 1035 §2.3.4).",
    { hint: "Shorten the name; its zone counts as well." },
  );
}
