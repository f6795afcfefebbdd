// Everything the emulated service holds, as its facts have made it, with the indices that requests need.
import type { Account, HeldDomain, HeldRecord, HeldZone, Token } from "./entities.ts";
import type { Fact } from "./fact.ts";
import { ZoneRecords } from "./zone-records.ts";

/** A zone together with its records. */
export interface ZoneEntry {
  readonly zone: HeldZone;
  readonly records: ZoneRecords;
}

/** What a fact did to the zones, for whoever serves them. */
export type ZoneEvent =
  | { readonly kind: "zone-added"; readonly zone: HeldZone }
  | { readonly kind: "zone-removed"; readonly zone: HeldZone }
  | {
      readonly kind: "record-changed";
      readonly zone: HeldZone;
      readonly before: HeldRecord | undefined;
      readonly after: HeldRecord | undefined;
    };

const NO_EVENT: readonly ZoneEvent[] = [];

/** The state, changed by facts alone. */
export class World {
  readonly #accounts = new Map<string, Account>();
  readonly #tokens = new Map<string, Token>();
  readonly #zones = new Map<string, ZoneEntry>();
  readonly #zonesByDomain = new Map<string, ZoneEntry>();
  readonly #records = new Map<string, HeldRecord>();
  readonly #domains = new Map<number, HeldDomain>();
  readonly #domainsByName = new Map<string, HeldDomain>();
  #nextDomainId = 101;

  account(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  token(secret: string): Token | undefined {
    return this.#tokens.get(secret);
  }

  tokens(): readonly Token[] {
    return [...this.#tokens.values()];
  }

  zone(id: string): ZoneEntry | undefined {
    return this.#zones.get(id);
  }

  /** Whoever's it is. */
  zoneNamed(domain: string): ZoneEntry | undefined {
    return this.#zonesByDomain.get(domain);
  }

  zonesOf(account: string): readonly ZoneEntry[] {
    return [...this.#zones.values()].filter(({ zone }) => zone.account === account);
  }

  zones(): readonly ZoneEntry[] {
    return [...this.#zones.values()];
  }

  record(id: string): HeldRecord | undefined {
    return this.#records.get(id);
  }

  domain(id: number): HeldDomain | undefined {
    return this.#domains.get(id);
  }

  /** A registration, be it still in an account or not. */
  domainNamed(domain: string): HeldDomain | undefined {
    return this.#domainsByName.get(domain);
  }

  domainsOf(account: string): readonly HeldDomain[] {
    return [...this.#domains.values()].filter((domain) => domain.account === account);
  }

  get nextDomainId(): number {
    return this.#nextDomainId;
  }

  /** How many facts `facts()` would give, without making them. */
  get factCount(): number {
    return this.#accounts.size + this.#tokens.size + this.#zones.size + this.#records.size + this.#domains.size;
  }

  /** The fewest facts that make this state from nothing, in an order in which they can be applied. */
  facts(): readonly Fact[] {
    return [
      ...[...this.#accounts.values()].map((account): Fact => ({ kind: "account-put", account })),
      ...[...this.#tokens.values()].map((token): Fact => ({ kind: "token-put", token })),
      ...[...this.#zones.values()].flatMap(({ zone, records }): Fact[] => [
        { kind: "zone-put", zone },
        ...records.all().map((record): Fact => ({ kind: "record-put", record, serial: zone.serial })),
      ]),
      ...[...this.#domains.values()].map((domain): Fact => ({ kind: "domain-put", domain, chargedCents: 0 })),
    ];
  }

  /** Carries a fact out; a fact about what is not there does nothing. */
  apply(fact: Fact): readonly ZoneEvent[] {
    switch (fact.kind) {
      case "account-put":
        this.#accounts.set(fact.account.id, fact.account);
        break;
      case "token-put":
        this.#tokens.set(fact.token.secret, fact.token);
        break;
      case "zone-put":
        return this.#addZone(fact.zone);
      case "zone-removed":
        return this.#removeZone(fact.id);
      case "record-put":
        return this.#putRecord(fact.record, fact.serial);
      case "record-removed":
        return this.#removeRecord(fact.id, fact.serial);
      case "domain-put":
        this.#putDomain(fact.domain, fact.chargedCents);
        break;
    }
    return NO_EVENT;
  }

  #addZone(zone: HeldZone): readonly ZoneEvent[] {
    this.#setZone({ zone, records: this.#zones.get(zone.id)?.records ?? new ZoneRecords() });
    return [{ kind: "zone-added", zone }];
  }

  #setZone(entry: ZoneEntry): void {
    this.#zones.set(entry.zone.id, entry);
    this.#zonesByDomain.set(entry.zone.domain, entry);
  }

  #removeZone(id: string): readonly ZoneEvent[] {
    const entry = this.#zones.get(id);
    if (entry === undefined) return NO_EVENT;
    for (const { id: record } of entry.records.all()) this.#records.delete(record);
    this.#zones.delete(id);
    this.#zonesByDomain.delete(entry.zone.domain);
    return [{ kind: "zone-removed", zone: entry.zone }];
  }

  #putRecord(held: HeldRecord, serial: number): readonly ZoneEvent[] {
    const entry = this.#zones.get(held.zone);
    if (entry === undefined) return NO_EVENT;
    const before = entry.records.put(held);
    this.#records.set(held.id, held);
    return [{ kind: "record-changed", zone: this.#moveSerial(entry, serial), before, after: held }];
  }

  #removeRecord(id: string, serial: number): readonly ZoneEvent[] {
    const before = this.#records.get(id);
    const entry = before === undefined ? undefined : this.#zones.get(before.zone);
    if (before === undefined || entry === undefined) return NO_EVENT;
    entry.records.remove(before);
    this.#records.delete(id);
    return [{ kind: "record-changed", zone: this.#moveSerial(entry, serial), before, after: undefined }];
  }

  #moveSerial(entry: ZoneEntry, serial: number): HeldZone {
    const zone = { ...entry.zone, serial };
    this.#setZone({ zone, records: entry.records });
    return zone;
  }

  #putDomain(domain: HeldDomain, chargedCents: number): void {
    this.#domains.set(domain.id, domain);
    this.#domainsByName.set(domain.domain, domain);
    this.#nextDomainId = Math.max(this.#nextDomainId, domain.id + 1);
    const account = domain.account === null ? undefined : this.#accounts.get(domain.account);
    if (account === undefined || chargedCents === 0) return;
    this.#accounts.set(account.id, { ...account, balanceCents: account.balanceCents - chargedCents });
  }
}
