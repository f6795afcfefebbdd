// The one way to change a domain's settings: the three grave changes ask first, every change is journaled.
import type { Domain, DomainSettings } from "../api/api.ts";
import { canonicalDomain } from "../api/canonical-domain.ts";
import { type Unconfirmed, unconfirmed } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import { enumerated } from "../text/count.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import { journaled } from "./journaled.ts";

/** Settings to change, with what a yes to them is bound to. */
export interface DomainChangeRequest {
  readonly operation: string;
  readonly domain: Domain;
  /** Only what differs from what is. */
  readonly settings: DomainSettings;
  readonly confirm: string | undefined;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly undoes?: string;
}

/** The registration afterwards, or the question that is still open. */
export type DomainChanged =
  | { readonly status: "done"; readonly updated: Domain; readonly change: string }
  | Unconfirmed;

/** Changes settings in its turn, once a person agrees where they are grave. */
export async function changeDomain(context: Context, request: DomainChangeRequest): Promise<DomainChanged> {
  const { domain, settings, operation, confirm, input } = request;
  const grave = graveChanges(settings);
  if (grave.length > 0) {
    const answer = await context.confirmation({
      operation,
      target: domain.domain,
      given: confirm,
      input,
      observed: { nameservers: domain.nameservers, autoRenew: domain.autoRenew, locked: domain.locked },
      preview: `For ${domain.domain} this ${grave.join("; ")}.`,
    });
    if (!answer.granted) return unconfirmed(answer);
  }
  // A person may have thought it over, another call may have had its turn.
  const asked = grave.length > 0;
  return context.journal.exclusively(
    domain.domain,
    async (waited) => {
      if (waited || asked) await refuseChanged(context, request);
      return send(context, request);
    },
    context.signal,
  );
}

async function send(
  context: Context,
  { domain, settings, operation, undoes }: DomainChangeRequest,
): Promise<DomainChanged> {
  const intent = {
    operation,
    domain: domain.domain,
    summary: `settings of ${domain.domain}: ${Object.keys(settings).join(", ")}`,
    before: [],
    after: [],
    disturbed: [],
    created: [],
    settings: { before: settingsBefore(domain, settings), after: settings },
    ...(undoes === undefined ? {} : { undoes }),
  };
  const { result: updated, change } = await journaled(context, intent, () =>
    context.api.domains.update(domain.id, settings),
  );
  return { status: "done", updated, change };
}

async function refuseChanged({ api }: Context, { domain, settings }: DomainChangeRequest): Promise<void> {
  const now = await api.domains.get(domain.id);
  if (sameSettings(settingsBefore(now, settings), settingsBefore(domain, settings))) return;
  throw new VpsError("conflict", `The same settings of ${domain.domain} were changed meanwhile. Nothing was sent.`, {
    hint: "get_domain shows them; do it again if it is still wanted.",
  });
}

/** Whether two sets of settings mean the same, however their name servers are spelled and ordered. */
export function sameSettings(a: DomainSettings, b: DomainSettings): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical({ autoRenew, privacyProtection, nameservers, locked }: DomainSettings) {
  const servers = nameservers?.map(canonicalDomain).sort();
  return [autoRenew, privacyProtection, servers, locked];
}

/** The values that `settings` would change; what the API does not tell cannot be put back. */
export function settingsBefore(domain: Domain, settings: DomainSettings): DomainSettings {
  const { autoRenew, privacyProtection, nameservers, locked } = domain;
  return {
    ...(settings.autoRenew === undefined || autoRenew === undefined ? {} : { autoRenew }),
    ...(settings.privacyProtection === undefined || privacyProtection === undefined ? {} : { privacyProtection }),
    ...(settings.nameservers === undefined || nameservers === undefined ? {} : { nameservers }),
    ...(settings.locked === undefined || locked === undefined ? {} : { locked }),
  };
}

/** The three changes that can cost the domain, in words (product page §3). */
function graveChanges({ autoRenew, locked, nameservers }: DomainSettings): readonly string[] {
  return [
    autoRenew === false ? "ends auto-renewal, so the registration is lost when it expires" : undefined,
    locked === false ? "unlocks it, so it can be transferred away" : undefined,
    nameservers?.some((server) => !VPS_NAMESERVERS.includes(server)) === true
      ? `hands its DNS to ${enumerated(nameservers)}, where zones here are not served`
      : undefined,
  ].filter((change) => change !== undefined);
}
