// How a server's memory and open files go while it is called and called.
import { readdir, readFile } from "node:fs/promises";
import type { SoakedServer } from "./servers.ts";

const SAMPLES = 20;
const IN_FLIGHT = 16;
/** The first part fills caches and lets the compiler do its work. */
const WARM_SAMPLES = 5;
/** What the collector's moment alone makes between two looks. */
const MEMORY_NOISE = 1.15;
/** Connections that a client keeps open come and go; a leak of thousands of calls is more. */
const FILES_NOISE = 8;

export interface Sample {
  readonly calls: number;
  /** MB, resident. */
  readonly memory: number;
  readonly openFiles: number;
}

export interface Growth {
  readonly samples: readonly Sample[];
  /** What failed that should not have, each as often as it did. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

const ZONE = "example.com";
const NO_ZONE = "no-such-zone.example";

// A morning's mixture, each lane writing at a name of its own: looks, an idempotent write, and one that changes something and is journaled.
function callOf(at: number, lane: number): readonly [name: string, input: object] {
  const values = [`192.0.2.${1 + (at % 200)}`];
  return (
    (
      [
        ["list_zones", {}],
        ["list_records", { zone: ZONE, type: "MX" }],
        ["get_zone", { zone: ZONE }],
        ["ensure_records", { zone: ZONE, records: [{ type: "A", name: "api", value: "192.0.2.10" }] }],
        ["list_changes", { limit: 5 }],
        ["get_zone", { zone: NO_ZONE }],
        ["lint_zone", { zone: ZONE }],
        ["set_rrset", { zone: ZONE, type: "A", name: `soak-${lane}`, values }],
      ] as const
    )[at % 8] ?? ["list_zones", {}]
  );
}

/** The code of the error that one call of the mixture is to end with. */
function expectedOf(input: object): string | undefined {
  return "zone" in input && input.zone === NO_ZONE ? "zone_not_found" : undefined;
}

export async function measureGrowth(server: SoakedServer, calls: number): Promise<Growth> {
  const samples: Sample[] = [];
  const failures: string[] = [];
  const start = performance.now();
  for (let sample = 0; sample < SAMPLES; sample++) {
    const numbers = Array.from({ length: Math.ceil(calls / SAMPLES) }, (_, at) => at).values();
    const work = async (lane: number) => {
      for (const at of numbers) {
        const [tool, input] = callOf(at, lane);
        const failure = await server.call(tool, input);
        if (failure?.code !== expectedOf(input)) failures.push(`${tool}: ${failure?.text ?? "answered well"}`);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, (_, lane) => work(lane)));
    samples.push({ calls: (sample + 1) * Math.ceil(calls / SAMPLES), ...(await lookAt(server.pid)) });
  }
  return { samples, failures, seconds: (performance.now() - start) / 1000 };
}

async function lookAt(pid: number): Promise<Omit<Sample, "calls">> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return { memory: Number(kilobytes) / 1024, openFiles: (await readdir(`/proc/${pid}/fd`)).length };
}

/** Flat when the second half of what was seen after warming up is not above the first. */
export function verdict({ samples, failures, seconds }: Growth): { readonly text: string; readonly flat: boolean } {
  const warm = samples.slice(WARM_SAMPLES);
  const half = Math.floor(warm.length / 2);
  const [early, late] = [warm.slice(0, half), warm.slice(half)];
  const [before, after] = [mean(early, "memory"), mean(late, "memory")];
  const [filesBefore, filesAfter] = [most(early, "openFiles"), most(late, "openFiles")];
  const flat = after <= before * MEMORY_NOISE && filesAfter <= filesBefore + FILES_NOISE && failures.length === 0;
  const calls = samples.at(-1)?.calls ?? 0;
  return {
    flat,
    text: [
      `${calls} calls in ${seconds.toFixed(0)} s, ${failures.length} failed; memory ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB; open files ${filesBefore}, then ${filesAfter}: ${flat ? "flat" : "NOT FLAT"}`,
      ...[...new Set(failures)].map((what) => `${failures.filter((other) => other === what).length} × ${what}`),
    ].join("\n"),
  };
}

function mean(samples: readonly Sample[], of: "memory" | "openFiles"): number {
  return samples.reduce((sum, sample) => sum + sample[of], 0) / Math.max(1, samples.length);
}

function most(samples: readonly Sample[], of: "memory" | "openFiles"): number {
  return Math.max(...samples.map((sample) => sample[of]));
}
