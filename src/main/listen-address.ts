// `[HOST:]PORT`, as --http takes it: where a server of this program listens.
import { InputError } from "../core/errors.ts";

export interface ListenAddress {
  /** A name or an address; IPv6 without its brackets. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

const PORT_MAX = 65_535;
const LOOPBACK = "127.0.0.1";

/**
 * Loopback unless a host is named.
 * @throws InputError naming `flag`
 */
export function parseListenAddress(text: string, flag: string): ListenAddress {
  const match = /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+)):)?(\d{1,5})$/i.exec(text);
  const port = Number(match?.[3]);
  if (match !== null && port <= PORT_MAX) return { host: match[1] ?? match[2] ?? LOOPBACK, port };
  throw new InputError("invalid_input", `--${flag} takes a port, or a host and a port.`, {
    field: flag,
    hint: `For example --${flag} 8080, --${flag} 0.0.0.0:8080 or --${flag} [::1]:8080.`,
  });
}

/** The address as a URL's authority. */
export function authorityOf({ host, port }: ListenAddress): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
