// Domains: D1 to D6 of the contract. Registering and transferring spend money.
import * as z from "zod/mini";
import type { Api, Domain, DomainSettings, Listing, NewDomain, Transfer } from "./api.ts";
import { ask, type Caller } from "./caller.ts";
import { canonicalDomain } from "./canonical-domain.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { listAllPages } from "./pagination.ts";
import { type LookUp, postOnce, unknownOutcome } from "./post-once.ts";
import { readRow } from "./read-row.ts";
import { present, wireFlag, wireId, wireNumber, wireText, wireTexts } from "./wire.ts";

const wireDomain = z.object({
  id: wireId,
  domain_name: z.string().check(z.minLength(1)),
  status: wireText,
  registration_date: wireText,
  expiration_date: wireText,
  auto_renew: wireFlag,
  locked: wireFlag,
  nameservers: wireTexts,
  privacy_protection: wireFlag,
  dns_managed_by: wireText,
  registrar: wireText,
  days_until_expiration: wireNumber,
  dns_records_count: wireNumber,
  whois_info: z.catch(z.nullish(z.record(z.string(), z.unknown())), undefined),
  total_cost: wireNumber,
  message: wireText,
});

const wireTransfer = z.object({
  id: z.optional(wireId),
  domain_name: wireText,
  transfer_status: wireText,
  transfer_initiated_at: wireText,
  estimated_completion: wireText,
  message: wireText,
  next_steps: wireTexts,
});

/** The domains' part of the API. */
export function domainsApi(caller: Caller): Api["domains"] {
  return {
    list: (filter = {}) => listDomains(caller, filter),
    register: (order) => registerDomain(caller, order),
    get: (id) => getDomain(caller, id),
    update: (id, settings) => updateDomain(caller, id, settings),
    remove: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.D5, id });
    },
    transfer: (id, order) => transferDomain(caller, id, order),
  };
}

function listDomains(
  caller: Caller,
  { status, search }: { readonly status?: string; readonly search?: string },
): Promise<Listing<Domain>> {
  const endpoint = ENDPOINTS.D1;
  return listAllPages(caller, { endpoint, query: { status, search } }, (row) =>
    domainFromWire(readRow(wireDomain, row, endpoint)),
  );
}

async function getDomain(caller: Caller, id: string): Promise<Domain> {
  const endpoint = ENDPOINTS.D3;
  const { body } = await ask(caller, { endpoint, id });
  return domainFromWire(readRow(wireDomain, body, endpoint));
}

function registerDomain(caller: Caller, order: NewDomain): Promise<Domain> {
  const endpoint = ENDPOINTS.D2;
  const body = present({
    domain_name: order.domain,
    years: order.years,
    auto_renew: order.autoRenew,
    privacy_protection: order.privacyProtection,
    nameservers: order.nameservers,
  });
  return postOnce(caller, {
    call: { endpoint, body },
    read: (answer) => domainFromWire(readRow(wireDomain, answer, endpoint)),
    find: async () => findDomain(await listDomains(caller, { search: order.domain }), order.domain),
    where: "list_domains shows within some minutes whether it was bought",
    spends: true,
  });
}

function findDomain(listing: Listing<Domain>, domain: string): LookUp<Domain> {
  const wanted = canonicalDomain(domain);
  return { found: listing.items.find((item) => item.domain === wanted), sure: !listing.incomplete };
}

async function updateDomain(caller: Caller, id: string, settings: DomainSettings): Promise<Domain> {
  const body = present({
    auto_renew: settings.autoRenew,
    privacy_protection: settings.privacyProtection,
    nameservers: settings.nameservers,
    locked: settings.locked,
  });
  const answer = await ask(caller, { endpoint: ENDPOINTS.D4, id, body });
  const row = wireDomain.safeParse(answer.body);
  // An answer that is not the domain is completed by reading it.
  return row.success ? domainFromWire(row.data) : getDomain(caller, id);
}

async function transferDomain(
  caller: Caller,
  id: string,
  { authCode, autoRenew }: { readonly authCode: string; readonly autoRenew: boolean },
): Promise<Transfer> {
  const call = {
    endpoint: ENDPOINTS.D6,
    id,
    body: { auth_code: authCode, auto_renew: autoRenew },
    secrets: [authCode],
  };
  const outcome = await caller.send(call);
  const where = "get_domain and the registrar's mail show whether the transfer began";
  if (!outcome.ok && !outcome.mayHaveHappened) throw outcome.error;
  const row = wireTransfer.safeParse(outcome.ok ? outcome.body : undefined);
  if (!outcome.ok || !row.success) throw unknownOutcome({ call, where }, outcome.ok ? row.error : outcome.error);
  return transferFromWire(row.data, id);
}

function transferFromWire(row: z.output<typeof wireTransfer>, id: string): Transfer {
  return {
    id: row.id ?? id,
    domain: row.domain_name === undefined ? "" : canonicalDomain(row.domain_name),
    nextSteps: row.next_steps ?? [],
    ...present({
      status: row.transfer_status,
      initiatedAt: row.transfer_initiated_at,
      estimatedCompletion: row.estimated_completion,
      message: row.message,
    }),
  };
}

function domainFromWire(row: z.output<typeof wireDomain>): Domain {
  return {
    id: row.id,
    domain: canonicalDomain(row.domain_name),
    ...present({
      status: row.status,
      registeredAt: row.registration_date,
      expiresAt: row.expiration_date,
      autoRenew: row.auto_renew,
      locked: row.locked,
      nameservers: row.nameservers,
      privacyProtection: row.privacy_protection,
      dnsManagedBy: row.dns_managed_by,
      registrar: row.registrar,
      daysUntilExpiration: row.days_until_expiration,
      dnsRecordsCount: row.dns_records_count,
      whois: whoisOf(row.whois_info),
      totalCost: row.total_cost,
      message: row.message,
    }),
  };
}

function whoisOf(info: Readonly<Record<string, unknown>> | null | undefined): Domain["whois"] | undefined {
  if (info === null || info === undefined) return undefined;
  const entries = Object.entries(info).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries(entries);
}
