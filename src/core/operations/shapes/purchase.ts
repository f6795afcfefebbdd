// What the two operations that spend money have in common: the switch, the limit, the words about the price.
import type { Context } from "../../context.ts";
import { InputError } from "../../errors.ts";
import { listPrice } from "../../price-list.ts";

/** @throws InputError purchases_not_allowed */
export function refuseUnlessAllowed({ policy }: Context): void {
  if (policy.allowPurchases) return;
  throw new InputError("purchases_not_allowed", "This program was not allowed to spend money; nothing was bought.", {
    hint: "The person who starts it can, with --allow-purchases (VPS_ALLOW_PURCHASES, in a workflow allow-purchases).",
  });
}

/** What is to be bought, and what it may cost. */
export interface Purchase {
  readonly domain: string;
  readonly years: number;
  /** USD for the whole term. */
  readonly maxPrice: number;
}

/**
 * The price by the list, as words for a preview.
 * @throws InputError price_exceeded before anything is asked of the API
 */
export function priceWords({ domain, years, maxPrice }: Purchase): string {
  const estimate = listPrice(domain, years);
  if (estimate === undefined) return `price unknown, since the price list lacks its TLD (limit ${usd(maxPrice)})`;
  if (estimate <= maxPrice) return `about ${usd(estimate)} by the price list (limit ${usd(maxPrice)})`;
  throw new InputError("price_exceeded", `The price list says ${usd(estimate)}, over max_price ${usd(maxPrice)}.`, {
    field: "max_price",
    hint: "Nothing was bought. Ask the person before raising max_price.",
  });
}

/** Whether nobody knows what it will cost: then a person is asked, whatever the policy. */
export function isPriceUnknown({ domain, years }: Omit<Purchase, "maxPrice">): boolean {
  return listPrice(domain, years) === undefined;
}

/** What is wrong with the price the API charged, when something is. */
export function priceWarnings(totalCost: number | undefined, maxPrice: number): readonly string[] {
  if (totalCost === undefined || totalCost <= maxPrice) return [];
  return [`The API charged ${usd(totalCost)}, over max_price ${usd(maxPrice)}: tell the person.`];
}

/** `12.99 USD`. */
export function usd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
