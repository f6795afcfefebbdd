import "./chunk-P5BZS5M3.mjs";

// src/platform/wire/system-addresses.ts
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
var PATIENCE_MS = 3e3;
async function systemAddresses(host) {
  const over = new AbortController();
  const found = lookup(host, { all: true }).then(
    (rows) => rows.map(({ address }) => address),
    () => []
  );
  const late = sleep(PATIENCE_MS, [], { signal: over.signal }).catch(() => []);
  const addresses = await Promise.race([found, late]);
  over.abort();
  return addresses;
}
export {
  systemAddresses
};
