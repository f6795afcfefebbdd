// From what people call a domain registration to what the API calls it: by name through D1's search, else by id.
import type { Domain } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { InputError, VpsError } from "../../errors.ts";
import { plainText } from "../../text/plain-text.ts";
import { isAllowed, notAllowed, refuseForeign } from "./allowed.ts";
import { nearestName } from "../../nearest-name.ts";
import { zoneNameOf } from "./resolve-zone.ts";

/**
 * The registration that a name or an id stands for, with what the list tells of it.
 * @throws InputError domain_not_found with the nearest name, or zone_not_allowed
 */
export async function resolveDomain(context: Context, given: string): Promise<Domain> {
  const name = zoneNameOf(given);
  if (name === undefined) return domainById(context, given.trim());
  refuseForeign(context, name, "domain");
  const { items } = await context.api.domains.list({ search: name });
  // A search finds parts: shop.example.com for example.com.
  return items.find(({ domain }) => domain === name) ?? domainByDottedId(context, given.trim(), name);
}

/** The same with everything the API tells of it (D3). */
export async function resolveDomainInFull(context: Context, given: string): Promise<Domain> {
  if (zoneNameOf(given) === undefined) return domainById(context, given.trim());
  return context.api.domains.get((await resolveDomain(context, given)).id);
}

async function domainById(context: Context, id: string): Promise<Domain> {
  if (id === "") {
    throw new InputError("invalid_input", "domain is empty.", {
      field: "domain",
      hint: "Give a name such as example.com.",
    });
  }
  const domain = await context.api.domains.get(id).catch((error: unknown) => {
    if (error instanceof VpsError && (error.code === "domain_not_found" || error.code === "not_found"))
      return undefined;
    throw error;
  });
  if (domain !== undefined) {
    refuseForeign(context, domain.domain, "domain");
    return domain;
  }
  if (context.policy.zones.length > 0) throw notAllowed(context, "domain");
  throw notFound(plainText(id, 80), await namesOf(context));
}

async function domainByDottedId(context: Context, given: string, name: string): Promise<Domain> {
  const { items } = await context.api.domains.list();
  const domain = items.find((row) => row.domain === name || row.id === given);
  if (domain === undefined)
    throw notFound(
      name,
      items.map((row) => row.domain),
    );
  refuseForeign(context, domain.domain, "domain");
  return domain;
}

async function namesOf(context: Context): Promise<readonly string[]> {
  const { items } = await context.api.domains.list();
  return items.map(({ domain }) => domain).filter((name) => isAllowed(context, name));
}

function notFound(wanted: string, names: readonly string[]): InputError {
  const nearest = nearestName(wanted, names);
  return new InputError("domain_not_found", `No registered domain "${wanted}" in this account.`, {
    field: "domain",
    hint:
      nearest === undefined
        ? "list_domains shows all; a zone need not be registered here, and list_zones shows those."
        : `Did you mean ${nearest}? list_domains shows all.`,
  });
}
