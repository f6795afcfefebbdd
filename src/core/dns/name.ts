// Domain names: every spelling people use on the way in, one canonical spelling inside (see record.ts), and what can
// be asked of canonical names. Nothing else adds or strips a dot.
import { InputError } from "../errors.ts";
import { compareTexts } from "./compare-texts.ts";
import { toULabel } from "./idn.ts";
import { unescapeOctets } from "./master-text.ts";
import { readName, refuseOddWildcards, splitLabels, withinLimits } from "./written-name.ts";

/**
 * A zone's name in canonical form: `Bücher.Example.` is `xn--bcher-kva.example`.
 *
 * Letters, digits, hyphens and underscores only, at least two labels: a zone's name also names files.
 * @throws InputError invalid_name, field `zone`
 */
export function parseZoneName(text: string): string {
  const { name } = atField("zone", () => readName(text.trim()));
  const labels = splitLabels(name);
  if (labels.length < 2 || labels.some((label) => !/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))) {
    throw new InputError("invalid_name", "That is no name a zone can have.", {
      field: "zone",
      hint: "Give a domain such as example.com: at least two labels of letters, digits and hyphens.",
    });
  }
  if (/^\d+$/.test(labels.at(-1) ?? "")) {
    throw new InputError("invalid_name", "That is an address or a number, not the name of a zone.", {
      field: "zone",
      hint: "Give the zone's domain, such as example.com.",
    });
  }
  return name;
}

/**
 * An owner name in canonical form: `www`, `www.example.com`, `WWW.example.com.` in `example.com` are all
 * `www.example.com`, `@` is the apex. Without a final dot a name is relative unless it ends in the zone's name.
 *
 * @throws InputError invalid_name, field `name`: empty, outside the zone, doubled (`www.example.com.example.com`
 * without a final dot), or no domain name
 */
export function parseOwnerName(text: string, zone: string): string {
  const given = text.trim();
  if (given === "") {
    throw new InputError("invalid_name", "The owner name is empty.", { field: "name", hint: "Use @ for the apex." });
  }
  const name = readOwnerName(given, zone);
  refuseDoubled(name, zone, given);
  return name;
}

/**
 * An owner name as the API answers it: like `parseOwnerName`, but the empty text is the apex, and nothing is doubled.
 * @throws InputError invalid_name, field `name`: outside the zone, or no domain name
 */
export function readOwnerName(text: string, zone: string): string {
  const given = text.trim();
  if (given === "@" || given === "") return zone;
  const { name, absolute } = atField("name", () => readName(given));
  if (absolute) return insideZone(name, zone);
  return isWithin(name, zone) ? name : atField("name", () => withinLimits(`${name}.${zone}`));
}

/**
 * A name that rdata points at, in canonical form: `@` is the apex, a single label is relative to the zone, a name with
 * a dot in it is absolute.
 *
 * `.` and single labels keep their final dot (`localhost.`), so that the text reads back as itself.
 * @throws InputError invalid_name, field `value`
 */
export function parseTargetName(text: string, zone: string): string {
  const given = text.trim();
  if (given === "@") return zone;
  return atField("value", () => {
    const { name, absolute } = readName(given);
    return absolute || isDotted(name) ? targetForm(name) : withinLimits(`${name}.${zone}`);
  });
}

/**
 * A name as a master file writes it: relative to `origin` unless it ends in a dot, `@` for the origin (RFC 1035 §5.1).
 * Canonical; the root is the empty text, here and as an origin.
 * @throws InputError invalid_name
 */
export function absoluteName(text: string, origin: string): string {
  if (text === "@") return origin;
  const { name, absolute } = readName(text);
  if (absolute || origin === "") return name;
  const joined = withinLimits(`${name}.${origin}`);
  if (isWildcard(origin)) refuseOddWildcards(splitLabels(joined));
  return joined;
}

/** A canonical name as rdata spells it: the root is `.`, a single label ends in a dot. */
export function targetForm(name: string): string {
  return isDotted(name) ? name : `${name}.`;
}

/** The name that a canonical target means: `targetForm` taken back, so the root is the empty text. */
export function nameOfTarget(target: string): string {
  return labelsOf(target).join(".");
}

/** A text that need not be a name, in lower case and without the dot it may end in: for what is only passed through. */
export function looseName(text: string): string {
  return text.toLowerCase().replace(/\.$/, "");
}

/** Any canonical name, owner or target, with its final dot, as a zone file needs it. */
export function withFinalDot(name: string): string {
  return endsInDot(name) ? name : `${name}.`;
}

/**
 * The owner name as people write it in its zone: `@`, `www`; the absolute name with its final dot where the relative
 * one would be taken for another name. `parseOwnerName` reads it back as the same name.
 */
export function relativeName(name: string, zone: string): string {
  if (name === zone) return "@";
  if (!isWithin(name, zone)) return `${name}.`;
  const relative = name.slice(0, -zone.length - 1);
  return isWithin(relative, zone) ? `${name}.` : relative;
}

/** Whether a canonical name is the zone's apex or below it. */
export function isWithin(name: string, zone: string): boolean {
  if (name === zone || zone === "") return true;
  if (!name.endsWith(zone) || name.charAt(name.length - zone.length - 1) !== ".") return false;
  return !name.includes("\\") || !isEscaped(name, name.length - zone.length - 1);
}

/** Whether a canonical name is the zone's own. */
export function isApexOf(name: string, zone: string): boolean {
  return name === zone;
}

/** The labels of a canonical name, leftmost first, escapes left in; the root has none. */
export function labelsOf(name: string): readonly string[] {
  return name === "" || name === "." ? [] : splitLabels(endsInDot(name) ? name.slice(0, -1) : name);
}

/** The name one label shorter; the root is the empty text and its own parent. */
export function parentOf(name: string): string {
  return name.includes("\\") ? labelsOf(name).slice(1).join(".") : name.slice(name.indexOf(".") + 1 || name.length);
}

/** Whether the leftmost label is `*` (RFC 4592 §2.1.1). */
export function isWildcard(name: string): boolean {
  return name === "*" || name.startsWith("*.");
}

/** The wildcards that could answer for a name, nearest first: of `a.b.example` these are `*.b.example` and `*.example`. */
export function wildcardsAbove(name: string): readonly string[] {
  const labels = labelsOf(name);
  return labels.slice(1).map((_, at) => `*.${labels.slice(at + 1).join(".")}`);
}

/** The canonical order of names (RFC 4034 §6.1): by labels from the right, by octets; a total order. */
export function compareNames(a: string, b: string): number {
  return compareTexts(nameSortKey(a), nameSortKey(b));
}

/** A text whose order by code units is the canonical order of names; to sort many names, make it once for each. */
export function nameSortKey(name: string): string {
  return labelsOf(name).map(labelSortKey).reverse().join("\u0000");
}

/** A canonical name for people to read, A-labels as U-labels. */
export function toUnicode(name: string): string {
  return name.includes("xn--") ? splitLabels(name).map(toULabel).join(".") : name;
}

function insideZone(name: string, zone: string): string {
  if (isWithin(name, zone)) return name;
  throw new InputError("invalid_name", `The name ends in a dot and is not inside ${zone}.`, {
    field: "name",
    hint: `Leave the final dot out for a name relative to the zone, or end it in ${zone}.`,
  });
}

/** Somebody who appends the zone to a name that already ends in it; a final dot says that it is meant. */
function refuseDoubled(name: string, zone: string, given: string): void {
  if (name === zone || endsInDot(given) || !isWithin(name.slice(0, -zone.length - 1), zone)) return;
  throw new InputError("invalid_name", `The name ends in ${zone} twice.`, {
    field: "name",
    hint: "Write the zone's name once; if the doubled name is really meant, end it in a dot.",
  });
}

function isDotted(name: string): boolean {
  return name.includes(".") && (!name.includes("\\") || splitLabels(name).length > 1);
}

function endsInDot(name: string): boolean {
  return name.endsWith(".") && !isEscaped(name, name.length - 1);
}

function isEscaped(name: string, at: number): boolean {
  let backslashes = 0;
  while (name[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

/** The separator of labels is code unit 0, so octets 0 and 1 move up behind it without changing places. */
function labelSortKey(label: string): string {
  if (!label.includes("\\")) return label;
  const octets = unescapeOctets(label) ?? new Uint8Array();
  return Array.from(octets, (octet) =>
    octet < 2 ? `\u0001${String.fromCharCode(octet + 1)}` : String.fromCharCode(octet),
  ).join("");
}

function atField<Result>(field: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { field, hint: error.hint, cause: error });
  }
}
