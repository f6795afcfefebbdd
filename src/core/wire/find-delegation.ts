// To which servers a zone is handed: asked of its parent's own servers, since resolvers repeat what the child says of
// itself, and keep for hours what was true before.
import { isWithin, parentOf } from "../dns/name.ts";
import { type Asking, askResolvers, firstUsable, hostAddresses, nameserversIn } from "./ask-resolvers.ts";
import { recordsOf } from "./records-of.ts";
import type { Endpoint, WireMessage } from "./wire.ts";

/** Of a TLD's dozen servers, so many are asked before the resolvers' word is taken. */
const PARENT_SERVERS_MAX = 3;
/** Cuts between the parent that resolvers know and the zone. */
const REFERRALS_MAX = 5;

/** What the parent says of a zone. */
export interface Delegation {
  /** Canonical names of the servers; none where the parent knows no such zone; undefined where nobody could be asked. */
  readonly hosts: readonly string[] | undefined;
  /** Addresses that the parent gave along with the names, by name: needed where they lie in the zone itself. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
}

const UNKNOWN: Delegation = { hosts: undefined, glue: new Map() };

/** Asks the parent's servers, else resolvers; knows nothing where neither answers. */
export async function findDelegation(asking: Asking, zone: string): Promise<Delegation> {
  return (await fromParent(asking, zone)) ?? (await fromResolvers(asking, zone)) ?? UNKNOWN;
}

async function fromResolvers(asking: Asking, zone: string): Promise<Delegation | undefined> {
  const message = await askResolvers(asking, { name: zone, type: "NS" });
  const hosts = message === undefined ? [] : nameserversIn(message.answers, zone);
  return hosts.length === 0 ? undefined : { hosts, glue: new Map() };
}

async function fromParent(asking: Asking, zone: string): Promise<Delegation | undefined> {
  const parent = await zoneAbove(asking, zone);
  let cut = parent?.zone ?? "";
  let endpoints = await serverEndpoints(asking, parent?.hosts ?? [], new Map());
  for (let referrals = 0; endpoints.length > 0 && referrals < REFERRALS_MAX; referrals++) {
    const message = await firstUsable(asking, endpoints, { question: { name: zone, type: "NS" }, recursive: false });
    if (message === undefined) return undefined;
    const glue = glueOf(message);
    const hosts = [message.answers, message.authorities]
      .map((section) => nameserversIn(section, zone))
      .find((names) => names.length > 0);
    if (hosts !== undefined) return { hosts, glue };
    const between = cutBetween(message, cut, zone);
    if (between === undefined) return message.aa ? { hosts: [], glue: new Map() } : undefined;
    cut = between;
    endpoints = await serverEndpoints(asking, nameserversIn(message.authorities, cut), glue);
  }
  return undefined;
}

interface Parent {
  readonly zone: string;
  readonly hosts: readonly string[];
}

/** The nearest zone above, by what the resolvers say. */
async function zoneAbove(asking: Asking, zone: string): Promise<Parent | undefined> {
  for (let name = zone; name !== ""; ) {
    name = parentOf(name);
    const message = await askResolvers(asking, { name, type: "NS" });
    if (message === undefined) return undefined;
    const hosts = nameserversIn(message.answers, name);
    if (hosts.length > 0) return { zone: name, hosts };
  }
  return undefined;
}

/** The zone that a referral leads to, where it lies between the one asked and the one wanted. */
function cutBetween({ authorities }: WireMessage, above: string, zone: string): string | undefined {
  return authorities.find(
    ({ type, name }) => type === "NS" && name !== above && isWithin(name, above) && isWithin(zone, name),
  )?.name;
}

async function serverEndpoints(
  asking: Asking,
  hosts: readonly string[],
  glue: Delegation["glue"],
): Promise<readonly Endpoint[]> {
  const addresses = await Promise.all(
    hosts.slice(0, PARENT_SERVERS_MAX).map(async (host) => glue.get(host) ?? (await hostAddresses(asking, host))),
  );
  // The first of each, which is an IPv4 one mostly: a second address of a dead server is no second server.
  return addresses.flatMap(([address]) => (address === undefined ? [] : [{ address, port: asking.wire.port }]));
}

function glueOf({ additionals }: WireMessage): Delegation["glue"] {
  const glue = new Map<string, string[]>();
  for (const { name, type } of additionals) {
    if (type !== "A" && type !== "AAAA") continue;
    const addresses = recordsOf(additionals, name, type).flatMap(({ rdata }) => rdata?.value ?? []);
    glue.set(name, [...new Set([...(glue.get(name) ?? []), ...addresses])]);
  }
  return glue;
}
