// Names that were given whole where the zone's name is added: nothing else gives them away.
import { labelsOf } from "./name.ts";

/** Hardly anybody names something inside a zone like one of these. */
const TOP_LEVEL: ReadonlySet<string> = new Set(["com", "net", "org"]);

/** Whether a canonical owner name was probably meant as it stands before its zone: `www.example.net.example.com`. */
export function looksWhole(name: string, zone: string): boolean {
  const labels = labelsOf(name);
  const own = labels.slice(0, labels.length - labelsOf(zone).length);
  return own.length > 1 && TOP_LEVEL.has(own.at(-1) ?? "");
}
