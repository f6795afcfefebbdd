// Names for property tests, made from octets and spelled without the code under test.
import * as fc from "fast-check";

/** Octets of one label, mostly letters and digits, sometimes anything; no wildcard and no A-label by accident. */
const labelOctets = fc
  .oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/).map((text) => [...Buffer.from(text)]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 63 }) },
  )
  .filter((octets) => !octets.includes(0x2a) && !/^xn--/i.test(Buffer.from(octets).toString("latin1")));

/** Labels, leftmost first, of a name short enough to stand below example.com. */
export const nameOctets = fc.array(labelOctets, { minLength: 1, maxLength: 3 });

/** A spelling of the labels in which every octet is escaped, or only those that must be. */
export function spell(labels: readonly (readonly number[])[], everyOctet: boolean): string {
  return labels.map((label) => label.map((octet) => spellOctet(octet, everyOctet)).join("")).join(".");
}

export function wireOctets(labels: readonly (readonly number[])[]): number {
  return labels.reduce((sum, label) => sum + label.length + 1, 1);
}

function spellOctet(octet: number, everyOctet: boolean): string {
  const char = String.fromCharCode(octet);
  return !everyOctet && /^[a-zA-Z0-9_-]$/.test(char) ? char : `\\${String(octet).padStart(3, "0")}`;
}
