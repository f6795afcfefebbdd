// The port between the operations and the name servers of the world: one question to one address, and which servers
// the person who started the program named. socket-wire.ts is the real one.
import type { Rdata } from "../dns/rdata/record-type-row.ts";

/** What is asked: a canonical name (the root is the empty text) and a type by its mnemonic. */
export interface Question {
  readonly name: string;
  readonly type: WireType;
}

/** The types that can be asked for and are read from answers: what the API takes, and SOA. */
export const WIRE_TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA", "SOA"] as const;
/** One of these types. */
export type WireType = (typeof WIRE_TYPES)[number];

/** Where a name server listens: an address as `net.isIP` knows it, and a port. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A name server as somebody named it: `ns1.example.net`, `192.0.2.53`; canonical name or address. */
export interface NamedServer {
  readonly host: string;
  readonly port: number;
}

/** One address of one server. */
export interface Server {
  /** As the delegation has it, or as somebody named it, with its port. */
  readonly host: string;
  /** Undefined where the host has none that could be found. */
  readonly endpoint: Endpoint | undefined;
}

/** One record of an answer. Types that are not read keep their number and no data. */
export interface WireRecord {
  readonly name: string;
  readonly type: WireType | `TYPE${number}`;
  readonly ttl: number;
  /** Canonical, as DnsRecord has it; an SOA is its seven fields. Undefined where it was not understood. */
  readonly rdata: Rdata | undefined;
}

/** A whole answer to the very question that was asked. */
export interface WireMessage {
  /** `NOERROR`, `NXDOMAIN`, `REFUSED` and so on; a number as text where it has no name here. */
  readonly rcode: string;
  readonly aa: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  readonly additionals: readonly WireRecord[];
}

/**
 * Why there is none: `no_answer` in time; nothing listens there (`refused`); no route from this machine to the address
 * (`no_route`); what came was no DNS message for this question (`garbled`); cut off and not to be had over TCP
 * (`truncated`); anything else the system said (`failed`).
 */
export type WireFailure = "no_answer" | "refused" | "no_route" | "garbled" | "truncated" | "failed";

/** A whole answer, or why there is none. */
export type WireReply =
  | { readonly kind: "message"; readonly message: WireMessage }
  | { readonly kind: "failure"; readonly failure: WireFailure; readonly detail: string };

/** One question to one address. */
export interface WireAsk {
  readonly to: Endpoint;
  readonly question: Question;
  /** RD: set for resolvers, never for authoritative servers. */
  readonly recursive: boolean;
  /** Milliseconds for everything, retries and TCP included. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** The way to name servers. */
export interface Wire {
  /** The servers to ask instead of those the DNS names; empty means that those are found. */
  readonly nameservers: readonly NamedServer[];
  /** The resolvers the world is judged by. */
  readonly resolvers: readonly NamedServer[];
  /** Where name servers that were found listen: 53 everywhere but in tests. */
  readonly port: number;
  /** Never rejects but when `signal` is aborted, with its reason; a server's misbehaviour is a reply. */
  ask(ask: WireAsk): Promise<WireReply>;
  /** The addresses of a host by this machine's own resolution; none where that fails. */
  addressesOf(host: string): Promise<readonly string[]>;
}
