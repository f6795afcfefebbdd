// The allow-list (`--zone`): every other zone and domain is refused, whether it exists or not.
import type { ZoneRef } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { InputError } from "../../errors.ts";

/** Whether the allow-list lets a canonical zone or domain name in; a zone below an allowed one is another zone. */
export function isAllowed({ policy }: Pick<Context, "policy">, name: string): boolean {
  return policy.zones.length === 0 || policy.zones.includes(name);
}

/**
 * Refuses a zone or domain that is not on the allow-list.
 * @throws InputError zone_not_allowed
 */
export function refuseForeign(context: Pick<Context, "policy">, name: string, field = "zone"): void {
  if (!isAllowed(context, name)) throw notAllowed(context, field);
}

/** The same words for a zone that is there and one that is not. */
export function notAllowed({ policy }: Pick<Context, "policy">, field = "zone"): InputError {
  return new InputError("zone_not_allowed", "That is not one of the zones this program was allowed to touch.", {
    field,
    hint: `Allowed: ${policy.zones.join(", ")} (--zone).`,
  });
}

/** Every zone of the account that the allow-list lets in, and whether the API gave them all. */
export async function visibleZones(
  context: Context,
): Promise<{ readonly zones: readonly ZoneRef[]; readonly incomplete: boolean }> {
  const { items, incomplete } = await context.api.zones.list();
  return { zones: items.filter(({ domain }) => isAllowed(context, domain)), incomplete };
}
