// A domain name that the API gave, in this program's spelling.
import { looseName, parseZoneName } from "../dns/name.ts";

/** Canonical; a name that the DNS core refuses keeps the server's spelling, in lower case and without a final dot. */
export function canonicalDomain(text: string): string {
  try {
    return parseZoneName(text);
  } catch {
    return looseName(text);
  }
}
