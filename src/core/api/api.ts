// The API as the operations see it: one function an endpoint, grouped by resource, bound to one call's signal.
// Shapes here are ours; the API's own words (uuid, record_type, domain_name) stay inside this folder.
import type { DnsRecord } from "../dns/record.ts";

/** A zone's id (opaque) and its name (canonical: lower case, A-labels, no final dot). */
export interface ZoneRef {
  readonly id: string;
  readonly domain: string;
}

/** A zone as the account holds it. */
export interface Zone extends ZoneRef {
  readonly createdAt?: string;
  readonly recordCount?: number;
}

/** A record as the account holds it, its content in canonical form where this program understands it. */
export interface HeldRecord {
  readonly id: string;
  readonly zone: ZoneRef;
  /** Absolute owner name, canonical; see core/dns/name.ts. */
  readonly name: string;
  /** May be a type this program does not know (SOA, TLSA): it is passed through. */
  readonly type: string;
  readonly value: string;
  /** Seconds; 3600 where the API names none (contract R2). */
  readonly ttl: number;
  readonly priority?: number;
  readonly createdAt?: string;
  /** The same content as the DNS core knows it; absent when type or value is not understood. */
  readonly record?: DnsRecord;
}

/** What is written: content without an id. */
export type RecordContent = DnsRecord;

/** Any subset of a record's changeable fields (contract R6). */
export interface RecordChange {
  readonly name?: string;
  readonly value?: string;
  readonly ttl?: number;
  readonly priority?: number;
}

/** A registration; what the API leaves out of an answer is absent. */
export interface Domain {
  /** The API's integer id, as text; opaque. */
  readonly id: string;
  readonly domain: string;
  /** active, pending, expired, locked, or one the pages do not list. */
  readonly status?: string;
  readonly registeredAt?: string;
  readonly expiresAt?: string;
  readonly autoRenew?: boolean;
  readonly locked?: boolean;
  readonly nameservers?: readonly string[];
  readonly privacyProtection?: boolean;
  readonly dnsManagedBy?: string;
  readonly registrar?: string;
  readonly daysUntilExpiration?: number;
  readonly dnsRecordsCount?: number;
  readonly whois?: Readonly<Record<string, string>>;
  /** USD, the server's own figure; it need not match its price list. */
  readonly totalCost?: number;
  readonly message?: string;
}

/** A transfer that has begun. */
export interface Transfer {
  readonly id: string;
  readonly domain: string;
  readonly status?: string;
  readonly initiatedAt?: string;
  readonly estimatedCompletion?: string;
  readonly message?: string;
  readonly nextSteps: readonly string[];
}

/** Whose token is used, and what it may do. */
export interface Account {
  readonly email?: string;
  readonly tokenName?: string;
  readonly permissions?: readonly string[];
}

/** A whole list, every page followed. `incomplete`: the API counted more than it gave. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  /** The API's own count, or how many came. */
  readonly total: number;
  readonly incomplete: boolean;
}

/** An order to register a domain. */
export interface NewDomain {
  readonly domain: string;
  readonly years: number;
  readonly autoRenew: boolean;
  readonly privacyProtection: boolean;
  readonly nameservers?: readonly string[];
}

/** The settings of a registration that can be changed; absent ones stay. */
export interface DomainSettings {
  readonly autoRenew?: boolean;
  readonly privacyProtection?: boolean;
  readonly nameservers?: readonly string[];
  readonly locked?: boolean;
}

/**
 * Every zone of the account, allowed or not, or how to read them: asked for only when a record's own row and what was
 * seen before do not tell its zone. A zone left out would be taken for the one above it.
 */
export type ZonesSource = readonly ZoneRef[] | (() => Promise<readonly ZoneRef[]>);

/** The 17 operations of the contract and `GET /account/me/`; the ids in the comments are the contract's. */
export interface Api {
  readonly zones: {
    /** Z1 */ list(filter?: { readonly domain?: string }): Promise<Listing<Zone>>;
    /** Z2 */ get(id: string): Promise<{ readonly zone: Zone; readonly records: readonly HeldRecord[] }>;
    /** Z3; a lost answer is looked up before it is sent again. */ create(domain: string): Promise<Zone>;
    /** Z4 */ delete(id: string): Promise<void>;
  };
  readonly records: {
    /** R1 */ listInZone(zone: ZoneRef): Promise<Listing<HeldRecord>>;
    /**
     * R3. Rows promise no zone: without `zone` each row's is found from the row when it tells it, else `undefined`
     * comes back and the caller asks zone by zone.
     */
    list(filter: { readonly zone: ZoneRef; readonly type?: string }): Promise<Listing<HeldRecord>>;
    /** R3 over the whole account; `undefined` when the rows do not tell their zones and `zones` has more than one. */
    listAll(zones: readonly ZoneRef[], filter?: { readonly type?: string }): Promise<Listing<HeldRecord> | undefined>;
    /** The zone of a record that this client has seen; no request. */
    zoneOf(id: string): ZoneRef | undefined;
    /** R4. The record's zone is known from before, told by the row or its absolute name, or looked for in `zones`. */
    get(id: string, zones: ZonesSource): Promise<HeldRecord>;
    /** R2; a lost answer is looked up before it is sent again. */
    create(zone: ZoneRef, content: RecordContent): Promise<HeldRecord>;
    /** R5 */ replace(zone: ZoneRef, id: string, content: RecordContent): Promise<HeldRecord>;
    /** R6; names and values in `change` are canonical, `type` says how the value is spelled. */
    update(zone: ZoneRef, id: string, change: RecordChange & { readonly type: string }): Promise<HeldRecord>;
    /** R7 */ delete(id: string): Promise<void>;
  };
  readonly domains: {
    /** D1 */ list(filter?: { readonly status?: string; readonly search?: string }): Promise<Listing<Domain>>;
    /** D2, spends money; a lost answer is looked up before it is sent again. */ register(
      order: NewDomain,
    ): Promise<Domain>;
    /** D3 */ get(id: string): Promise<Domain>;
    /** D4 */ update(id: string, settings: DomainSettings): Promise<Domain>;
    /** D5 */ remove(id: string): Promise<void>;
    /** D6, spends money; never sent twice on a lost answer. */
    transfer(id: string, order: { readonly authCode: string; readonly autoRenew: boolean }): Promise<Transfer>;
  };
  readonly account: {
    /** `GET /account/me/`; `undefined` where the server has no such page (404). */ get(): Promise<Account | undefined>;
  };
}
