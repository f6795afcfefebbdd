// What the emulated service knows: accounts, tokens, zones, records and domains. Times are milliseconds since the epoch.
import type { DnsRecord } from "../../core/dns/record.ts";

/** What a token may carry. The pages name `dns:list`, `dns:create` and `dns:delete`; the others are in their manner. */
export const PERMISSIONS = [
  "dns:list",
  "dns:create",
  "dns:update",
  "dns:delete",
  "domains:list",
  "domains:create",
  "domains:update",
  "domains:delete",
  "domains:transfer",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface Account {
  readonly id: string;
  readonly email: string;
  /** US cents, so that no price is ever rounded. */
  readonly balanceCents: number;
}

export interface Token {
  readonly secret: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly account: string;
}

export interface HeldZone {
  readonly id: string;
  readonly account: string;
  /** Canonical; see core/dns/name.ts. */
  readonly domain: string;
  readonly createdAt: number;
  /** The SOA serial that the zone carries when it is next served. */
  readonly serial: number;
}

export interface HeldRecord {
  readonly id: string;
  readonly zone: string;
  readonly record: DnsRecord;
  readonly createdAt: number;
}

/** A domain as it was last written; domain-at.ts tells what has become of it since. */
export interface HeldDomain {
  readonly id: number;
  /** Nobody's once it was removed from an account: the registration stays (contract D5). */
  readonly account: string | null;
  readonly domain: string;
  readonly registeredAt: number;
  readonly expiresAt: number;
  readonly updatedAt: number;
  /** A registration is pending until then. */
  readonly activeAt: number;
  readonly autoRenew: boolean;
  readonly locked: boolean;
  readonly privacyProtection: boolean;
  readonly nameservers: readonly string[];
  readonly registrar: string;
  readonly transfer: Transfer | null;
}

export interface Transfer {
  readonly initiatedAt: number;
  readonly completesAt: number;
  readonly autoRenew: boolean;
}
