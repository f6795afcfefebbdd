// Canonical names as they stand on the wire: the octets of each label (RFC 1035 §3.1).
import { labelFromOctets } from "./label.ts";
import { unescapeOctets } from "./master-text.ts";
import { labelsOf } from "./name.ts";

/** The octets of each label, leftmost first; the root has none. */
export function labelOctetsOf(name: string): readonly Uint8Array[] {
  return labelsOf(name).map((label) => unescapeOctets(label) ?? new Uint8Array());
}

/** The canonical name of labels as they stand on the wire; the root is the empty text. */
export function nameOfLabelOctets(labels: readonly Uint8Array[]): string {
  return labels.map(labelFromOctets).join(".");
}
