// Addresses by this machine's own resolution (files, mDNS, its resolver), which knows no cancelling.
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 3_000;

/** None where the name has none, or nobody says so in time. */
export async function systemAddresses(host: string): Promise<readonly string[]> {
  const over = new AbortController();
  const found = lookup(host, { all: true }).then(
    (rows) => rows.map(({ address }) => address),
    () => [],
  );
  const late = sleep(PATIENCE_MS, [], { signal: over.signal }).catch(() => []);
  const addresses = await Promise.race([found, late]);
  over.abort();
  return addresses;
}
