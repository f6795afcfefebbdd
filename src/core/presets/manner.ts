// The manners in which a preset's texts get on with others of their RRset.
import type { RecordType } from "../dns/record-types.ts";
import type { PresetRrset } from "./preset.ts";

interface Place {
  /** Owner name, relative to the zone or absolute. */
  readonly name: string;
  readonly type: RecordType;
}

/** The value stands beside all others; it alone is owned. `value` is made only when it is wanted. */
export function joining(place: Place, value: string): PresetRrset {
  return { ...place, owns: (standing) => standing === value, values: () => [value] };
}

/** The values take the place of those that are of their kind; with every value of the kind, of the whole RRset. */
export function replacing(
  place: Place,
  { values, owns = () => true }: { readonly values: () => readonly string[]; readonly owns?: PresetRrset["owns"] },
): PresetRrset {
  return { ...place, owns, values };
}
