// The authoritative servers of a zone, every address of each: the configured ones, else those it is delegated to, else
// VPS.org's; and what is wrong with its delegation, for people.
import { isWithin } from "../dns/name.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import { type Asking, endpointsOf, hostAddresses } from "./ask-resolvers.ts";
import { findDelegation } from "./find-delegation.ts";
import { type DelegationFacts, judgeDelegation, namesOf } from "./judge-delegation.ts";
import { serverNameText } from "./server-name.ts";
import type { Endpoint, Server } from "./wire.ts";

/** As many as the root has; a zone with more has them in vain. */
const HOSTS_MAX = 13;

/** The servers to ask, and whether the world asks them too. */
export interface Authority extends DelegationFacts {
  readonly servers: readonly Server[];
}

/**
 * `ownServers` gives the further names that the zone's servers are known by (its apex NS set); it is asked for only
 * where the delegation names none of VPS.org's.
 */
export async function findAuthority(
  asking: Asking,
  zone: string,
  ownServers: () => Promise<readonly string[]>,
): Promise<Authority> {
  const { nameservers } = asking.wire;
  if (nameservers.length > 0) {
    const servers = await Promise.all(
      nameservers.map(async (named) => serversOf(serverNameText(named), await endpointsOf(asking, named))),
    );
    return { servers: servers.flat(), delegation: "ours" };
  }
  const { hosts, glue } = await findDelegation(asking, zone);
  if (hosts === undefined || hosts.length === 0)
    return defaultAuthority(asking, zone, hosts === undefined ? "unknown" : "none");
  const asked = hosts.slice(0, HOSTS_MAX);
  const servers = await Promise.all(
    asked.map((host) => serversAt(asking, host, isWithin(host, zone) ? glue.get(host) : undefined)),
  );
  const found = servers.flat();
  return { servers: found, ...(await judgeDelegation(asking, { zone, hosts, servers: found, ownServers })) };
}

async function defaultAuthority(asking: Asking, zone: string, delegation: "none" | "unknown"): Promise<Authority> {
  const servers = await Promise.all(VPS_NAMESERVERS.map((host) => serversAt(asking, host)));
  const asked = `${namesOf(VPS_NAMESERVERS)} were asked`;
  const note =
    delegation === "none"
      ? `${zone} is not delegated: the zone above names no servers for it, so the world cannot see it. ${asked} all the same.`
      : `To which servers ${zone} is delegated could not be found out; ${asked}.`;
  return { servers: servers.flat(), delegation, note };
}

async function serversAt(asking: Asking, host: string, glue?: readonly string[]): Promise<readonly Server[]> {
  const known = glue ?? (await hostAddresses(asking, host));
  const addresses = known.length > 0 ? known : await fallbackAddresses(asking, host);
  return serversOf(
    host,
    addresses.map((address) => ({ address, port: asking.wire.port })),
  );
}

// Where no resolver can be asked this machine may know a way; names from a delegation are not handed to it.
async function fallbackAddresses({ wire }: Asking, host: string): Promise<readonly string[]> {
  return VPS_NAMESERVERS.includes(host) ? wire.addressesOf(host) : [];
}

function serversOf(host: string, endpoints: readonly Endpoint[]): readonly Server[] {
  return endpoints.length === 0 ? [{ host, endpoint: undefined }] : endpoints.map((endpoint) => ({ host, endpoint }));
}
