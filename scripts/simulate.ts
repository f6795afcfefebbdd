// `node scripts/run.mjs simulate [--assistants N] [--replicas N]`: many assistants at once on stateless HTTP replicas that
// share one state folder, against a sandbox that throttles and is slow. What docs/scale.md tells was printed here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Outcome, playAssistant } from "./soak/assistant.ts";
import { httpServer } from "./soak/servers.ts";
import { sandboxProcess } from "./soak/sandbox-process.ts";

const ZONES = 50;
const REQUEST_MS = 20;
const THROTTLED = 0.05;

const { values } = parseArgs({
  options: { assistants: { type: "string", default: "1000" }, replicas: { type: "string", default: "2" } },
});
const [assistants, replicas] = [Number(values.assistants), Number(values.replicas)];

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
await sandbox.fault({ kind: "throttle", retryAfter: 1, probability: THROTTLED });

const start = performance.now();
const outcomes = await Promise.all(
  Array.from({ length: assistants }, (_, at) => playAssistant(serverOf, { at, zone: zoneOf(at) })),
);
report(outcomes.flat(), (performance.now() - start) / 1000);
for (const server of servers) await server[Symbol.asyncDispose]();
rmSync(state, { recursive: true, force: true });

function zoneOf(at: number): string {
  return `assistants-${at % ZONES}.example`;
}

function report(calls: readonly Outcome[], seconds: number): void {
  const times = calls.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  const failed = calls.flatMap(({ failure }) => failure ?? []);
  console.log(
    [
      `${assistants} assistants, ${replicas} replicas, ${ZONES} zones; ${REQUEST_MS} ms a request, ${THROTTLED * 100} % throttled:`,
      `${calls.length} calls in ${seconds.toFixed(1)} s (${Math.round(calls.length / seconds)} a second), ${failed.length} failed`,
      `a call took ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (most)`,
      ...[...new Set(failed)].map((code) => `${code}: ${failed.filter((other) => other === code).length}`),
    ].join("\n"),
  );
}
