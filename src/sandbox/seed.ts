// The account that a sandbox starts with: the pages' own examples, filled up to what a small company has.
// Dates are relative to the day it is made, so that something is always about to expire.
import { nextSerial } from "./dns/serial.ts";
import { parseRecord } from "../core/dns/parse-record.ts";
import type { RecordType } from "../core/dns/record-types.ts";
import { MAIN_ACCOUNT, openAccount } from "./accounts.ts";
import { addYears, DAY_MS, VPS_NAMESERVERS, VPS_REGISTRAR } from "./state/domain-at.ts";
import type { HeldDomain } from "./state/entities.ts";
import type { Store } from "./state/store.ts";

/** Somebody else's: it is there, and the main account must not see it. */
const OTHER_ACCOUNT = "neighbour";

type SeedRecord = readonly [name: string, type: RecordType, value: string, more?: { ttl?: number; priority?: number }];

interface SeedZone {
  readonly id: string;
  readonly account: string;
  readonly domain: string;
  readonly ageDays: number;
  readonly records: readonly SeedRecord[];
}

const zones: readonly SeedZone[] = [
  {
    id: "abc123-def456-ghi789",
    account: MAIN_ACCOUNT,
    domain: "example.com",
    ageDays: 1040,
    records: [
      ["@", "A", "192.0.2.1"],
      ["@", "MX", "mail.example.com", { priority: 10 }],
      ["@", "AAAA", "2001:db8::1"],
      ["www", "CNAME", "example.com"],
      ["mail", "A", "192.0.2.25"],
      ["@", "TXT", "v=spf1 mx -all"],
      ["_dmarc", "TXT", "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"],
      ["mail._domainkey", "TXT", `v=DKIM1; k=rsa; p=${"MIIBIjANBgkqhkiG9w0B".repeat(18)}AQAB`],
      ["@", "CAA", '0 issue "letsencrypt.org"'],
      ["api", "A", "192.0.2.10", { ttl: 300 }],
      ["_sip._tcp", "SRV", "10 5060 sip.example.com", { priority: 10 }],
      ["sip", "A", "192.0.2.60"],
    ],
  },
  {
    id: "xyz789-uvw456-rst123",
    account: MAIN_ACCOUNT,
    domain: "myapp.io",
    ageDays: 510,
    records: [
      ["@", "A", "192.0.2.80"],
      ["@", "AAAA", "2001:db8::80"],
      ["www", "CNAME", "myapp.io"],
      ["staging", "A", "192.0.2.81", { ttl: 300 }],
      ["*.preview", "CNAME", "staging.myapp.io", { ttl: 300 }],
      ["@", "MX", ".", { priority: 0 }],
      ["@", "TXT", "v=spf1 -all"],
      ["_dmarc", "TXT", "v=DMARC1; p=reject"],
    ],
  },
  {
    id: "pqr321-stu654-mno987",
    account: MAIN_ACCOUNT,
    domain: "example.org",
    ageDays: 40,
    records: [
      ["@", "A", "192.0.2.40"],
      ["www", "A", "192.0.2.40"],
    ],
  },
  {
    id: "nbr000-nbr000-nbr000",
    account: OTHER_ACCOUNT,
    domain: "example.net",
    ageDays: 300,
    records: [["@", "A", "192.0.2.90"]],
  },
];

type SeedDomain = Pick<HeldDomain, "domain"> & { expiresInDays: number; ageYears: number } & Partial<HeldDomain>;

const domains: readonly SeedDomain[] = [
  { domain: "example.com", ageYears: 3, expiresInDays: 220 },
  {
    domain: "myapp.io",
    ageYears: 2,
    expiresInDays: 21,
    autoRenew: false,
    locked: false,
    privacyProtection: false,
    nameservers: ["ns1.cloudflare.com", "ns2.cloudflare.com"],
    registrar: "Example Registrar",
  },
  { domain: "example.org", ageYears: 1, expiresInDays: 9, autoRenew: false },
  { domain: "myapp.dev", ageYears: 2, expiresInDays: -12, autoRenew: false },
];

/** Fills an empty state, or one that was being filled; zone ids are the page's, records are `rec-001` and so on, domains start at 101. */
export function seedWorld(store: Store, now: number): void {
  openAccount(store, OTHER_ACCOUNT);
  let number = 0;
  for (const zone of zones) number = seedZone(store, zone, { now, number });
  for (const domain of domains) seedDomain(store, domain, now);
}

function seedZone(store: Store, seed: SeedZone, at: { now: number; number: number }): number {
  const { id, account, domain, ageDays, records } = seed;
  const createdAt = at.now - ageDays * DAY_MS;
  const serial = nextSerial(0, Math.floor(at.now / 1000));
  store.commit({ kind: "zone-put", zone: { id, account, domain, createdAt, serial } });
  for (const [index, [name, type, value, more = {}]] of records.entries()) {
    const record = parseRecord({ zone: domain, name, type, value, ...more });
    const held = { id: `rec-${String(at.number + index + 1).padStart(3, "0")}`, zone: id, record, createdAt };
    store.commit({ kind: "record-put", record: held, serial });
  }
  return at.number + records.length;
}

function seedDomain(store: Store, seed: SeedDomain, now: number): void {
  if (store.world.domainNamed(seed.domain) !== undefined) return;
  const { ageYears, expiresInDays, ...more } = seed;
  const expiresAt = now + expiresInDays * DAY_MS;
  const registeredAt = addYears(expiresAt, -ageYears);
  const domain: HeldDomain = {
    id: store.world.nextDomainId,
    account: MAIN_ACCOUNT,
    registeredAt,
    expiresAt,
    updatedAt: registeredAt,
    activeAt: registeredAt,
    autoRenew: true,
    locked: true,
    privacyProtection: true,
    nameservers: VPS_NAMESERVERS,
    registrar: VPS_REGISTRAR,
    transfer: null,
    ...more,
  };
  store.commit({ kind: "domain-put", domain, chargedCents: 0 });
}
