// The page's price list (USD, one year, the same for registration, renewal and transfer), in cents.

const PRICES_CENTS: Readonly<Record<string, number>> = {
  com: 1299,
  net: 1499,
  org: 1399,
  io: 3999,
  dev: 1499,
  app: 1499,
  co: 2499,
};

/** For the TLDs that the page does not list. */
const OTHER_CENTS = 1999;

/** The top-level domains that the page sells. */
export const LISTED_TLDS: readonly string[] = Object.keys(PRICES_CENTS);

/** What a year of the domain costs, in US cents. */
export function yearlyPriceCents(domain: string): number {
  return PRICES_CENTS[domain.slice(domain.lastIndexOf(".") + 1)] ?? OTHER_CENTS;
}

/** Cents as the API writes money. */
export function dollars(cents: number): number {
  return cents / 100;
}
