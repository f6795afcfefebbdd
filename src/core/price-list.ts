// The vendor's price list (contract, "Price list"): USD for one year, the same for registration, renewal and transfer.
// An estimate only: the server's own total need not match it (the page's example does not).

const CENTS_A_YEAR: ReadonlyMap<string, number> = new Map([
  ["com", 1299],
  ["net", 1499],
  ["org", 1399],
  ["io", 3999],
  ["dev", 1499],
  ["app", 1499],
  ["co", 2499],
]);

/**
 * What `years` of a domain cost by the list, in USD; undefined where the list does not tell: another TLD, or a name
 * below a second level (example.co.uk is no .uk, and shop.example.com is not for sale).
 */
export function listPrice(domain: string, years: number): number | undefined {
  const [, tld, ...more] = domain.split(".");
  const cents = tld === undefined || more.length > 0 ? undefined : CENTS_A_YEAR.get(tld);
  return cents === undefined ? undefined : (cents * years) / 100;
}
