// A name and what lies above it, as the name server walks them.
import { labelsOf } from "../../core/dns/name.ts";

/** The name itself and every name above it, longest first, the root (the empty text) last. */
export function ancestry(name: string): readonly string[] {
  const labels = labelsOf(name);
  return [...labels.map((_, index) => labels.slice(index).join(".")), ""];
}
