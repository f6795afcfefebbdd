// Whether a zone is delegated to where it is kept, and what to say where it is not.
import { enumerated } from "../text/count.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import { type Asking, hostAddresses } from "./ask-resolvers.ts";
import type { Server } from "./wire.ts";

const NAMES_TOLD = 4;

/** Where a zone is delegated to, seen from the account. */
export interface DelegationFacts {
  /**
   * `elsewhere`: the world asks servers that are none of ours, so nothing written here will be seen. `none`: the parent
   * delegates it to nobody.
   */
  readonly delegation: "ours" | "elsewhere" | "none" | "unknown";
  /** What is wrong with the delegation, as one or two sentences. */
  readonly note?: string;
}

/** A zone that is delegated to somebody. */
export interface Delegated {
  readonly zone: string;
  /** The names that the delegation gives, all of them. */
  readonly hosts: readonly string[];
  /** Their addresses, as far as they were looked up. */
  readonly servers: readonly Server[];
  /** Further names that the zone's servers are known by; asked for only where it matters. */
  readonly ownServers: () => Promise<readonly string[]>;
}

/** Whether a zone's delegation leads to the servers that it is kept on. */
export async function judgeDelegation(asking: Asking, delegated: Delegated): Promise<DelegationFacts> {
  const { zone, hosts } = delegated;
  const strange = await strangeHosts(asking, delegated);
  if (strange.length === 0) return { delegation: "ours" };
  if (strange.length < hosts.length) {
    const note = `${zone} is also delegated to ${namesOf(strange)}, which is not where this zone is kept: answers from there differ.`;
    return { delegation: "ours", note };
  }
  const note = `${zone} is delegated to ${namesOf(strange)} and not to VPS.org's name servers (${namesOf(VPS_NAMESERVERS)}), so what is written here is not what the world sees. Set the name servers at the registrar (update_domain where the domain is registered here).`;
  return { delegation: "elsewhere", note };
}

/** Those that are VPS.org's neither by name, nor by the zone's own word, nor, under a name of their owner's, by address. */
async function strangeHosts(asking: Asking, { hosts, servers, ownServers }: Delegated): Promise<readonly string[]> {
  const foreign = hosts.filter((host) => !VPS_NAMESERVERS.includes(host));
  if (foreign.length === 0) return [];
  const own = new Set(await ownServers());
  const strange = foreign.filter((host) => !own.has(host));
  if (strange.length === 0) return [];
  const addresses = await Promise.all(VPS_NAMESERVERS.map((host) => hostAddresses(asking, host)));
  const ours = new Set(addresses.flat());
  const aliases = new Set(
    servers.flatMap(({ host, endpoint }) => (endpoint !== undefined && ours.has(endpoint.address) ? [host] : [])),
  );
  return strange.filter((host) => !aliases.has(host));
}

/** Names that came from the DNS are canonical, so harmless; many of them are told by number. */
export function namesOf(hosts: readonly string[]): string {
  const shown = hosts.slice(0, NAMES_TOLD);
  return hosts.length > shown.length
    ? `${shown.join(", ")} and ${hosts.length - shown.length} more`
    : enumerated(shown);
}
