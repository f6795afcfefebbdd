// The wire of the real world. Sockets are loaded with the first question: most runs never ask one.
import type { NamedServer, Wire } from "../../core/wire/wire.ts";

const DNS_PORT = 53;

/** Whom to ask. */
export interface SocketWireOptions {
  readonly nameservers: readonly NamedServer[];
  readonly resolvers: readonly NamedServer[];
  /** Where name servers that are found listen; 53 when left out, and everywhere but in tests. */
  readonly port?: number;
}

/** The wire over real sockets, UDP first. */
export function socketWire({ nameservers, resolvers, port = DNS_PORT }: SocketWireOptions): Wire {
  return {
    nameservers,
    resolvers,
    port,
    async ask(ask) {
      const { exchange } = await import("./exchange.ts");
      return exchange(ask);
    },
    async addressesOf(host) {
      const { systemAddresses } = await import("./system-addresses.ts");
      return systemAddresses(host);
    },
  };
}
