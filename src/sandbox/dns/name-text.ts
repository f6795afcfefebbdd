// Canonical names (core/dns/name.ts) as the name server walks them and as the wire has them; here the root is "".
import { labelFromOctets } from "../../core/dns/label.ts";
import { unescapeOctets } from "../../core/dns/master-text.ts";
import { labelsOf } from "../../core/dns/name.ts";

/** The name that a canonical target means: without the final dot that `.` and `localhost.` keep in rdata. */
export function nameOfTarget(target: string): string {
  return labelsOf(target).join(".");
}

/** The octets of each label, leftmost first; the root has none. */
export function labelOctetsOf(name: string): readonly Uint8Array[] {
  return labelsOf(name).map((label) => unescapeOctets(label) ?? new Uint8Array());
}

/** The canonical name of labels as they stand on the wire. */
export function nameOfLabelOctets(labels: readonly Uint8Array[]): string {
  return labels.map(labelFromOctets).join(".");
}

/** The name itself and every name above it, longest first, the root last. */
export function ancestry(name: string): readonly string[] {
  const labels = labelsOf(name);
  return [...labels.map((_, index) => labels.slice(index).join(".")), ""];
}
