// Which RDAP servers are a registry's own: the list that IANA keeps of them (RFC 9224). Only such a server's "not found"
// means that nobody holds a domain.
import * as z from "zod/mini";
import { isLoopback } from "../api/settings.ts";
import { parentOf } from "../dns/name.ts";

const IANA_LIST = "https://data.iana.org/rdap/dns.json";

// RFC 9224 §3: pairs of top-level domains (or names further down) and base URLs; more than that is to be passed over.
const registryList = z.object({
  services: z.array(z.tuple([z.array(z.string()), z.array(z.string())], z.unknown())),
});

/** IANA's list, parsed. */
export type RegistryList = z.output<typeof registryList>;

/**
 * Where the list for look-ups at `baseUrl` is. A server on this machine is a world of its own, as the sandbox's is, and
 * has its list beside it.
 */
export function registryListUrl(baseUrl: string): string {
  return isLoopback(new URL(baseUrl).hostname) ? `${baseUrl}/dns.json` : IANA_LIST;
}

/** Undefined where it is no such list. */
export function readRegistryList(body: unknown): RegistryList | undefined {
  return registryList.safeParse(body).data;
}

/** The base URLs of the servers for a canonical name, by the longest match (RFC 9224 §4); empty where none is listed. */
export function registryServers({ services }: RegistryList, domain: string): readonly string[] {
  for (let name = parentOf(domain); name !== ""; name = parentOf(name)) {
    const urls = services.flatMap(([names, bases]) => (names.some((one) => one.toLowerCase() === name) ? bases : []));
    if (urls.length > 0) return urls;
  }
  return [];
}

/** Whether a URL lies below one of these base URLs. */
export function isBelow({ host, pathname }: URL, bases: readonly string[]): boolean {
  return bases.some((text) => {
    if (!URL.canParse(text)) return false;
    const base = new URL(text);
    return host === base.host && pathname.startsWith(base.pathname.replace(/\/*$/, "/"));
  });
}
