// Name servers as people name them: `192.0.2.53`, `ns1.example.net:5353`, `[2001:db8::53]:53`.
import { isHostName } from "../dns/host-name.ts";
import { absoluteName } from "../dns/name.ts";
import { formatIpv6, ipv4Octets, ipv6Groups } from "../dns/rdata/address.ts";
import { InputError } from "../errors.ts";
import type { NamedServer } from "./wire.ts";

const DNS_PORT = 53;
const PORT_MAX = 65_535;

/** The public resolvers that the world is judged by when none are named. */
export const PUBLIC_RESOLVERS: readonly string[] = ["1.1.1.1", "8.8.8.8", "9.9.9.9"];

/**
 * Reads `HOST[:PORT]`; an IPv6 address with a port stands in brackets.
 * @throws InputError naming `field`
 */
export function parseServerName(text: string, field: string): NamedServer {
  const given = text.trim();
  // A bare IPv6 address has colons of its own.
  const bare = ipv6Groups(given);
  if (bare !== undefined) return { host: formatIpv6(bare), port: DNS_PORT };
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(given) ?? [];
  const host = bracketed === undefined ? hostOf(plain) : addressOf(bracketed);
  const number = port === undefined ? DNS_PORT : Number(port);
  if (host !== undefined && number > 0 && number <= PORT_MAX) return { host, port: number };
  throw new InputError("invalid_input", `--${field} takes a name server as HOST or HOST:PORT.`, {
    field,
    hint: "Give an address or a host name, such as 192.0.2.53, ns1.example.net:5353 or [2001:db8::53]:53.",
  });
}

/** A named server as people tell it from its neighbours: the port is told where it is not 53. */
export function serverNameText({ host, port }: NamedServer): string {
  if (port === DNS_PORT) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether the text is an address; canonical texts only. */
export function isAddress(host: string): boolean {
  return ipv4Octets(host) !== undefined || ipv6Groups(host) !== undefined;
}

function addressOf(text: string): string | undefined {
  const groups = ipv6Groups(text);
  return groups === undefined ? undefined : formatIpv6(groups);
}

function hostOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (ipv4Octets(text) !== undefined) return text;
  // `1.2.3` would be looked up as a name, and is a slip.
  if (/^[\d.]*$/.test(text)) return undefined;
  try {
    const name = absoluteName(text, "");
    return name !== "" && isHostName(name) ? name : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
