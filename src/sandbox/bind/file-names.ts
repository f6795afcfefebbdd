// What the files of a BIND folder are called, and how named.conf spells names and paths.
import { createHash } from "node:crypto";
import { InputError } from "../../core/errors.ts";

/** The fragment that a named.conf includes. */
export const FRAGMENT = "named.conf.zones";
/** Where a file is written before it takes its place; no zone's file is called so. */
export const TEMPORARY = "unfinished.tmp";

const PREFIX = "db.";
/** File systems end names at 255 octets; a zone's name may have 253. */
const NAME_MAX = 200;

/** `db.example.com`. What file names should not hold is escaped, and a name that is too long goes by its digest. */
export function zoneFileName(zone: string): string {
  const escaped = zone.replaceAll(/[^a-z0-9._-]/g, (octet) => `%${octet.charCodeAt(0).toString(16).padStart(2, "0")}`);
  if (escaped.length <= NAME_MAX) return `${PREFIX}${escaped}`;
  return `${PREFIX}${escaped.slice(0, NAME_MAX)}%${createHash("sha256").update(zone).digest("hex").slice(0, 16)}`;
}

/** Whether a file may be one of ours; whose it is, its first line says. */
export function isZoneFileName(file: string): boolean {
  return file.startsWith(PREFIX);
}

/** A string of named.conf: only the quote is escaped, a backslash stays as it is. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/**
 * Refuses a path that no string of named.conf can hold.
 * @throws InputError `invalid_input`, field `bind`
 */
export function checkPath(path: string): void {
  // A quote after a backslash would end the string, and a line's end always does.
  if (!/\\"|\p{Cc}/u.test(path)) return;
  throw new InputError("invalid_input", "BIND's configuration cannot name the folder.", {
    field: "bind",
    hint: "Name a folder without control characters and without a backslash before a quote.",
  });
}
