// A little DNS on loopback: a resolver, the servers of com, and those of example.com, each on an address of its own and
// all on one port, as the world has it with 53.
import type { Answer } from "dns-packet";
import type { Wire } from "../../../src/core/wire/wire.ts";
import { socketWire } from "../../../src/platform/wire/socket-wire.ts";
import {
  answerTo,
  type Behaviour,
  NXDOMAIN,
  type ScriptedServer,
  type SeenQuery,
  startScriptedServer,
} from "../../support/scripted-name-server.ts";

export const ZONE = "example.com";

/** Where the servers of the little world listen; a name without a server has an address where nobody does. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  "resolver.test": "127.0.0.2",
  "a.gtld.test": "127.0.0.3",
  "ns1.vps.org": "127.0.0.4",
  "ns2.vps.org": "127.0.0.5",
  "ns1.elsewhere.test": "127.0.0.6",
  "ns1.example.com": "127.0.0.7",
  // Another name for ns1.vps.org.
  "ns1.vanity.test": "127.0.0.4",
};

export interface World extends AsyncDisposable {
  readonly wire: Wire;
  readonly servers: Readonly<Record<string, ScriptedServer>>;
}

type Servers = Readonly<Record<string, ScriptedServer>>;

/** The port that one address has free may be taken at another. */
const PORT_ATTEMPTS = 10;

/** Starts the servers given by name; the wire has the resolver, and no way to this machine's own. */
export async function startWorld(behaviours: Readonly<Record<string, Behaviour>>): Promise<World> {
  const servers = await startServers(behaviours);
  const port = Object.values(servers)[0]?.port ?? 0;
  const resolver = { host: ADDRESSES["resolver.test"] ?? "", port };
  const wire = socketWire({ nameservers: [], resolvers: [resolver], port });
  return {
    wire: { ...wire, addressesOf: () => Promise.resolve([]) },
    servers,
    [Symbol.asyncDispose]: () => closeAll(servers),
  };
}

async function startServers(behaviours: Readonly<Record<string, Behaviour>>): Promise<Servers> {
  for (let attempt = 1; ; attempt++) {
    const started: Record<string, ScriptedServer> = {};
    try {
      let port: number | undefined;
      for (const [host, behaviour] of Object.entries(behaviours)) {
        const address = ADDRESSES[host] ?? "";
        const server = await startScriptedServer(behaviour, { address, ...(port === undefined ? {} : { port }) });
        port = server.port;
        started[host] = server;
      }
      return started;
    } catch (error) {
      await closeAll(started);
      if (attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function closeAll(servers: Servers): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server[Symbol.asyncDispose]()));
}

/** A resolver that knows who serves com, and the address of every server. */
export function resolver(further: Behaviour = () => undefined): Behaviour {
  return (query) => {
    const { name, type } = query;
    const address = ADDRESSES[name];
    if (type === "NS" && name === "com") return answerTo(query, { aa: false, answers: [ns("com", "a.gtld.test")] });
    if (type === "A" && address !== undefined) {
      return answerTo(query, { aa: false, answers: [{ name, type: "A", ttl: 60, data: address }] });
    }
    return further(query) ?? answerTo(query, { aa: false, rcode: address === undefined ? NXDOMAIN : 0 });
  };
}

/** A server of com that hands example.com to these hosts, with glue for those inside it. */
export function registry(hosts: readonly string[]): Behaviour {
  return (query) =>
    answerTo(query, {
      aa: false,
      authorities: hosts.map((host) => ns(ZONE, host)),
      additionals: hosts
        .filter((host) => host.endsWith(`.${ZONE}`))
        .map((host) => ({ name: host, type: "A" as const, ttl: 60, data: ADDRESSES[host] ?? "" })),
    });
}

/** The same wire, less patient with servers that are silent. */
export function quick(wire: Wire): Wire {
  return { ...wire, ask: (ask) => wire.ask({ ...ask, withinMs: Math.min(ask.withinMs, 1000) }) };
}

export function addressAnswer(query: SeenQuery, data: string, ttl = 300): Buffer {
  return answerTo(query, { answers: [{ name: query.name, type: "A", ttl, data }] });
}

/** Answers what is asked with `reply`, and the SOA beside it. */
export function withSoa(reply: Behaviour): Behaviour {
  return (query) => (query.type === "SOA" ? answerTo(query, { answers: [soa(ZONE)] }) : reply(query));
}

export function ns(name: string, host: string): Answer {
  return { name, type: "NS", ttl: 60, data: host };
}

export function soa(name: string, minimum = 300): Answer {
  const data = {
    mname: "ns1.vps.org",
    rname: "hostmaster.vps.org",
    serial: 7,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum,
  };
  return { name, type: "SOA", ttl: 3600, data };
}
