// D6: a domain that is registered elsewhere is moved to VPS.org.
import { yearlyPriceCents } from "../prices.ts";
import { DAY_MS, VPS_REGISTRAR } from "../state/domain-at.ts";
import { transferBody } from "./domain-body.ts";
import { domainOfCall, mustAfford } from "./domains.ts";
import { readBody } from "./read-body.ts";
import { invalid } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { Call, Route } from "./route.ts";
import { timestamp } from "./timestamp.ts";

/** The one code that the emulated registrars take: the page's own example. */
export const DEMO_AUTH_CODE = "Xy9Kl2Mn#4pQ";

const AGE_NEEDED_DAYS = 60;

export const transferRoutes: readonly Route[] = [
  { id: "D6", method: "POST", path: "/domains/:domain/transfer/", permission: "domains:transfer", run: transfer },
];

function transfer(call: Call): Reply {
  const { status: _status, ...domain } = domainOfCall(call);
  const body = readBody(transferBody, call.body);
  const reason = whyNot(domain, call.now);
  if (reason !== undefined) throw invalid(undefined, `Domain not eligible for transfer: ${reason}`);
  if (body.auth_code !== DEMO_AUTH_CODE) throw invalid("auth_code", "Invalid auth code.");
  const cents = yearlyPriceCents(domain.domain);
  mustAfford(call, cents, "transfer fee");
  const completesAt = call.now + call.settings.transferAfterMs;
  call.commit({
    kind: "domain-put",
    domain: { ...domain, transfer: { initiatedAt: call.now, completesAt, autoRenew: body.auto_renew } },
    chargedCents: cents,
  });
  return json(200, {
    id: domain.id,
    domain_name: domain.domain,
    transfer_status: "pending",
    transfer_initiated_at: timestamp(call.now),
    estimated_completion: timestamp(completesAt),
    message:
      "Domain transfer initiated. You should receive a confirmation email from your current registrar. " +
      "Transfer typically completes within 5-7 days.",
    next_steps: [
      "Check email for transfer authorization request",
      "Approve transfer with current registrar",
      "Wait for transfer to complete (5-7 days)",
      "Domain will be automatically renewed for 1 year upon completion",
    ],
  });
}

function whyNot(domain: Omit<ReturnType<typeof domainOfCall>, "status">, now: number): string | undefined {
  if (domain.transfer !== null) return "a transfer is under way.";
  if (now < domain.activeAt) return "its registration is still pending.";
  if (domain.registrar === VPS_REGISTRAR) return "it is registered with VPS.org already.";
  if (domain.locked) return "it is locked at its registrar.";
  if (now - domain.registeredAt < AGE_NEEDED_DAYS * DAY_MS) return "it is less than 60 days old.";
  return undefined;
}
