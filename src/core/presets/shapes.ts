// Shapes that keys of several presets have.
import type { PresetKey } from "./preset.ts";

const LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";

/** A host that a CNAME points at, whatever people copy with it. */
export const HOST = {
  pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})*\\.?$`, "u"),
  prefix: /^https?:\/\/|\/$/g,
  lower: true,
} as const;

/** A certificate authority by its CAA domain. */
export const ISSUER = {
  description: "the authority's CAA domain",
  example: "letsencrypt.org",
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
  lower: true,
} as const;

/** An ACME account's URL; RFC 8657 §3. */
export const ACCOUNT_URI = {
  description: "the ACME account's URL, as the client shows it",
  example: "https://acme-v02.api.letsencrypt.org/acme/acct/12345",
  pattern: /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[!-:<-~]*$/,
} as const;

/** A name in the zone below which a record stands; the apex when left out. */
export const BELOW = {
  description: "a name in the zone, the zone itself when left out",
  example: "www",
  pattern: /^(?:@|\*|(?:\*\.)?[\p{L}\p{N}_.-]+)$/u,
  lower: true,
  optional: true,
  placing: true,
} as const satisfies PresetKey;

/** A GitHub login: old ones may end in a hyphen, those of managed users hold an underscore. */
export const LOGIN = {
  description: "the login of the GitHub account or organisation",
  example: "octocat",
  pattern: /^[a-z0-9][a-z0-9_-]{0,38}$/,
  prefix: /^(?:https:\/\/github\.com\/|@)/i,
  lower: true,
  placing: true,
} as const satisfies PresetKey;

/** Where reports go: mail addresses, as `mailto:` URIs or bare. */
export const MAIL_ADDRESSES = {
  description: "where reports go, one mail address or several",
  example: "dmarc@example.com",
  pattern: /^[^\s@,;!:"]+@[^\s@,;!:"]+\.[^\s@,;!:"]+$/,
  prefix: /^mailto:/i,
  many: true,
} as const;

/** `_acme-challenge` and the like in front of a name that is given as people give names: relative, `@` or absolute. */
export function inFrontOf(label: string, name = "@"): string {
  // What proves a wildcard stands at the name it is a wildcard of (RFC 8555 §7.1.3).
  const owner = name.replace(/^\*(?:\.|$)/, "");
  return owner === "@" || owner === "" ? label : `${label}.${owner}`;
}
