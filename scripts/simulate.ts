// `node scripts/run.mjs simulate [--assistants N] [--replicas N] [--limit N]`: many assistants at once on stateless HTTP
// replicas that share one state folder, against a sandbox that is slow and answers no more than `limit` requests a second.
// What docs/scale.md tells was printed here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { playAssistant } from "./soak/assistant.ts";
import { httpServer } from "./soak/servers.ts";
import { sandboxProcess } from "./soak/sandbox-process.ts";

const ZONES = 50;
const REQUEST_MS = 20;
const { values } = parseArgs({
  options: {
    assistants: { type: "string", default: "1000" },
    replicas: { type: "string", default: "2" },
    limit: { type: "string", default: "200" },
  },
});
const assistants = Number(values.assistants);
const replicas = Number(values.replicas);
const limit = Number(values.limit);

await using sandbox = await sandboxProcess();
const state = mkdtempSync(join(tmpdir(), "vps-dns-simulate-"));
const servers = await Promise.all(Array.from({ length: replicas }, () => httpServer(sandbox, state)));
const serverOf = (at: number) => {
  const server = servers[at % servers.length];
  if (server === undefined) throw new Error("There are no replicas.");
  return server;
};
for (let at = 0; at < ZONES; at++) await serverOf(at).call("create_zone", { domain: zoneOf(at) });
await sandbox.fault({ kind: "latency", ms: REQUEST_MS });
await sandbox.fault({ kind: "throttle", retryAfter: 1, perSecond: limit });

const start = performance.now();
const outcomes = await Promise.all(
  Array.from({ length: assistants }, (_, at) => playAssistant(serverOf, { at, zone: zoneOf(at) })),
);
const seconds = (performance.now() - start) / 1000;
const [requests = 0, throttled = 0] = await sandbox.hits();
const calls = outcomes.flat();
const failed = calls.flatMap(({ failure }) => failure ?? []);
const times = calls.map(({ ms }) => ms).toSorted((a, b) => a - b);
const least = (requests - throttled) / limit;
console.log(
  [
    `${assistants} assistants, ${replicas} replicas, ${ZONES} zones; ${REQUEST_MS} ms a request, ${limit} requests a second:`,
    `${calls.length} calls in ${seconds.toFixed(1)} s (${Math.round(calls.length / seconds)} a second), ${failed.length} failed`,
    `a call took ${timeAt(0.5)} (median), ${timeAt(0.95)} (95 %), ${timeAt(1)} (most)`,
    `${requests} requests, ${throttled} of them throttled; the limit alone takes ${least.toFixed(1)} s, ${Math.round((100 * least) / seconds)} % of the time`,
    ...[...new Set(failed)].map((code) => `${code}: ${failed.filter((other) => other === code).length}`),
  ].join("\n"),
);
for (const server of servers) await server[Symbol.asyncDispose]();
rmSync(state, { recursive: true, force: true });

function zoneOf(at: number): string {
  return `assistants-${at % ZONES}.example`;
}

function timeAt(share: number): string {
  return `${((times[Math.floor((times.length - 1) * share)] ?? 0) / 1000).toFixed(1)} s`;
}
