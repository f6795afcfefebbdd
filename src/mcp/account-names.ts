// The names of the account that completions offer, as the allow-list lets them through.
import type { Context } from "../core/context.ts";
import { isAllowed, visibleZones } from "../core/operations/find/allowed.ts";

/** The zones' names, sorted. */
export async function zoneNames(context: Context): Promise<readonly string[]> {
  // What was allowed by name is known without a look.
  if (context.policy.zones.length > 0) return [...context.policy.zones].sort();
  const { zones } = await visibleZones(context);
  return zones.map(({ domain }) => domain).sort();
}

/** The registered domains' names, sorted. */
export async function domainNames(context: Context): Promise<readonly string[]> {
  const { items } = await context.api.domains.list({});
  return items.map(({ domain }) => domain).filter((domain) => isAllowed(context, domain));
}

/** Newest first. */
export async function changeIds(context: Context): Promise<readonly string[]> {
  const changes = await context.journal.list({});
  return changes.filter(({ zone, domain }) => isAllowed(context, zone ?? domain ?? "")).map(({ id }) => id);
}
