// A domain name that the API gave, in this program's spelling.
import { parseZoneName } from "../dns/name.ts";

/** Canonical; a name that the DNS core refuses keeps the server's spelling in lower case. */
export function canonicalDomain(text: string): string {
  try {
    return parseZoneName(text);
  } catch {
    return text.toLowerCase();
  }
}
