// The domain operations, D1 to D5. The pages name no permission for them; the sandbox asks for one all the same.
import { addYears, domainAt, VPS_NAMESERVERS, VPS_REGISTRAR } from "../state/domain-at.ts";
import type { HeldDomain } from "../state/entities.ts";
import { dollars, yearlyPriceCents } from "../prices.ts";
import { domainSettingsBody, newDomainBody, registrableName } from "./domain-body.ts";
import { domainDetail, domainSettings, domainShape } from "./domain-shape.ts";
import { envelopeReply } from "./lists.ts";
import { readBody } from "./read-body.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";
import { json, noContent, type Reply } from "./reply.ts";
import type { Call, Route } from "./route.ts";
import { isTaken } from "./taken-names.ts";

export const domainRoutes: readonly Route[] = [
  { id: "D1", method: "GET", path: "/domains/", permission: "domains:list", run: listDomains },
  { id: "D2", method: "POST", path: "/domains/", permission: "domains:create", run: registerDomain },
  { id: "D3", method: "GET", path: "/domains/:domain/", permission: "domains:list", run: getDomain },
  { id: "D4", method: "PUT", path: "/domains/:domain/", permission: "domains:update", run: updateDomain },
  { id: "D5", method: "DELETE", path: "/domains/:domain/", permission: "domains:delete", run: removeDomain },
];

/** The domain that the path names, as it stands now, if it is the caller's. */
export function domainOfCall({ world, account, parameters, now }: Call): ReturnType<typeof domainAt> {
  const text = parameters["domain"] ?? "";
  const held = /^[1-9]\d{0,14}$/.test(text) ? world.domain(Number(text)) : undefined;
  if (held === undefined || held.account !== account.id) throw notFound("Domain");
  return domainAt(held, now);
}

/** @throws Refusal 402 */
export function mustAfford({ account }: Call, cents: number, what: string): void {
  if (cents <= account.balanceCents) return;
  throw new Refusal(402, `Insufficient account balance for ${what}.`, { code: "insufficient_balance" });
}

function listDomains(call: Call): Reply {
  const status = call.query.get("status");
  const search = call.query.get("search")?.toLowerCase() ?? "";
  const rows = call.world
    .domainsOf(call.account.id)
    .map((held) => domainAt(held, call.now))
    // The pages list `locked` among the statuses and show a locked domain as active: the lock is what is asked for.
    .filter((domain) => status === null || (status === "locked" ? domain.locked : domain.status === status))
    .filter((domain) => domain.domain.includes(search));
  return envelopeReply(call.settings, call, { rows, shape: domainShape });
}

function registerDomain(call: Call): Reply {
  const { world, account, commit, now, settings } = call;
  const body = readBody(newDomainBody, call.body);
  const domain = registrableName(body.domain_name);
  if (isTaken(domain) || world.domainNamed(domain) !== undefined) {
    throw invalid("domain_name", "This domain is already registered.");
  }
  const cents = yearlyPriceCents(domain) * body.years;
  mustAfford(call, cents, "this registration");
  const held: HeldDomain = {
    id: world.nextDomainId,
    account: account.id,
    domain,
    registeredAt: now,
    expiresAt: addYears(now, body.years),
    updatedAt: now,
    activeAt: now + settings.activateAfterMs,
    autoRenew: body.auto_renew,
    locked: true,
    privacyProtection: body.privacy_protection,
    nameservers: body.nameservers ?? VPS_NAMESERVERS,
    registrar: VPS_REGISTRAR,
    transfer: null,
  };
  commit({ kind: "domain-put", domain: held, chargedCents: cents });
  return json(201, {
    ...domainShape({ ...held, status: "pending" }),
    total_cost: dollars(cents),
    message: "Domain registration initiated. Processing may take 5-10 minutes.",
  });
}

function getDomain(call: Call): Reply {
  const domain = domainOfCall(call);
  const zone = call.world.zoneNamed(domain.domain);
  const recordCount = zone?.zone.account === call.account.id ? zone.records.size : 0;
  return json(200, domainDetail(domain, { now: call.now, recordCount }));
}

function updateDomain(call: Call): Reply {
  const { status, ...domain } = domainOfCall(call);
  const body = readBody(domainSettingsBody, call.body);
  const changed: HeldDomain = {
    ...domain,
    updatedAt: call.now,
    autoRenew: body.auto_renew ?? domain.autoRenew,
    privacyProtection: body.privacy_protection ?? domain.privacyProtection,
    nameservers: body.nameservers ?? domain.nameservers,
    locked: body.locked ?? domain.locked,
  };
  call.commit({ kind: "domain-put", domain: changed, chargedCents: 0 });
  const moved = body.nameservers === undefined ? "" : " Nameserver changes may take up to 24 hours to propagate.";
  return json(200, domainSettings({ ...changed, status }, `Domain settings updated successfully.${moved}`));
}

/** The registration stays, and the name with it: it cannot be registered again. */
function removeDomain(call: Call): Reply {
  const { status: _status, ...domain } = domainOfCall(call);
  call.commit({ kind: "domain-put", domain: { ...domain, account: null }, chargedCents: 0 });
  return noContent();
}
