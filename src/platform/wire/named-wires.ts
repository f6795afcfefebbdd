// The wires that composition roots choose from: to the servers that were named, or to an embedded sandbox.
import { InputError } from "../../core/errors.ts";
import { parseServerName, PUBLIC_RESOLVERS } from "../../core/wire/server-name.ts";
import type { Wire } from "../../core/wire/wire.ts";
import { socketWire } from "./socket-wire.ts";

/** As people name them, `HOST[:PORT]` each. */
export interface ServersGiven {
  /** Found by the DNS when there are none. */
  readonly nameservers: readonly string[];
  /** The well-known public ones when there are none. */
  readonly resolvers: readonly string[];
}

/**
 * Lists as environment variables have them, with commas between.
 * @throws InputError where there are commas alone: an allow-list without a name in it would allow everything
 */
export function listedNames(text = ""): readonly string[] {
  const names = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (names.length > 0 || text.trim() === "") return names;
  throw new InputError("invalid_input", "A list of names in the environment holds commas alone.", {
    hint: "Look at VPS_ZONES, VPS_NAMESERVERS and VPS_RESOLVERS; leave out the one that names nothing.",
  });
}

/** @throws InputError naming the flag at fault */
export function wireOf({ nameservers, resolvers }: ServersGiven): Wire {
  const named = resolvers.length === 0 ? PUBLIC_RESOLVERS : resolvers;
  return socketWire({
    nameservers: nameservers.map((text) => parseServerName(text, "nameserver")),
    resolvers: named.map((text) => parseServerName(text, "resolver")),
  });
}

/** Where an embedded sandbox's name servers listen. */
export interface SandboxServers {
  /** `127.0.0.1:PORT` */
  readonly nameserver: string;
  /** The second server, when it has one. */
  readonly lagging?: string;
}

/** Its name server, and for the world's resolvers its second one: nobody else is asked. */
export function sandboxWire({ nameserver, lagging = nameserver }: SandboxServers): Wire {
  return wireOf({ nameservers: [nameserver], resolvers: [lagging] });
}
