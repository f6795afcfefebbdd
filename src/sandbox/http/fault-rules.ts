// Faults on demand: which requests go wrong, how, and how often.
import * as z from "zod/mini";
import type { Clock } from "../../core/ports.ts";

const LATENCY_MAX_MS = 600_000;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const ways = {
  /** 429 with `Retry-After`, before anything is done. */
  throttle: z.object({
    kind: z.literal("throttle"),
    retryAfter: z.exactOptional(z.union([z.int().check(z.minimum(0)), z.string()])),
    /** Only the requests beyond so many in a second; without it, all. */
    perSecond: z.exactOptional(z.int().check(z.minimum(1))),
  }),
  /** 503 with an HTML page, as a proxy in front of a server that is down would answer. */
  unavailable: z.object({ kind: z.literal("unavailable"), retryAfter: z.exactOptional(z.int().check(z.minimum(0))) }),
  /** The connection is reset and nothing was done. */
  resetBefore: z.object({ kind: z.literal("reset-before-commit") }),
  /** The connection is reset and everything was done. */
  resetAfter: z.object({ kind: z.literal("reset-after-commit") }),
  /** The answer breaks off in the middle of its body, after everything was done. */
  truncate: z.object({ kind: z.literal("truncate") }),
  /** The answer comes later; goes together with the other kinds. */
  latency: z.object({ kind: z.literal("latency"), ms: z.int().check(z.minimum(0), z.maximum(LATENCY_MAX_MS)) }),
};

const where = {
  method: z.exactOptional(z.enum(METHODS)),
  /** Where the path below `/api/v1` starts. */
  path: z.exactOptional(z.string()),
  /** So many requests and no more; without it, all. */
  times: z.exactOptional(z.int().check(z.minimum(1))),
  /** Chance that a request is hit, 0 to 1; without it, 1. */
  probability: z.exactOptional(z.number().check(z.minimum(0), z.maximum(1))),
};

export const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject(z.extend(ways.throttle, where).shape),
  z.strictObject(z.extend(ways.unavailable, where).shape),
  z.strictObject(z.extend(ways.resetBefore, where).shape),
  z.strictObject(z.extend(ways.resetAfter, where).shape),
  z.strictObject(z.extend(ways.truncate, where).shape),
  z.strictObject(z.extend(ways.latency, where).shape),
]);

export type Fault = z.output<typeof faultSchema>;

/** What is to go wrong with one request. */
export interface Mishap {
  readonly latencyMs: number;
  /** The first rule that hits, latencies aside. */
  readonly fault: Exclude<Fault, { kind: "latency" }> | undefined;
}

/** The faults that are set, oldest first. */
export interface Faults {
  add(fault: Fault): void;
  list(): readonly Fault[];
  clear(): void;
}

export interface FaultRules extends Faults {
  /** Takes what is due to this request; counts it. */
  take(request: { readonly method: string; readonly path: string }): Mishap;
}

interface Rule {
  readonly fault: Fault;
  left: number;
  /** When the second began in which requests are counted, and how many there were. */
  secondAt: number;
  inSecond: number;
}

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** @param clock its chance is for faults with a probability */
export function createFaultRules(clock: Pick<Clock, "now" | "random">): FaultRules {
  const rules: Rule[] = [];
  return {
    add: (given) => {
      const fault = faultSchema.parse(given);
      rules.push({ fault, left: fault.times ?? Infinity, secondAt: -Infinity, inSecond: 0 });
    },
    list: () => rules.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    clear: () => void rules.splice(0),
    take: (request) => {
      if (rules.length === 0) return { latencyMs: 0, fault: undefined };
      return take(rules, request, clock);
    },
  };
}

function take(rules: Rule[], request: Asked, clock: Pick<Clock, "now" | "random">): Mishap {
  let latencyMs = 0;
  let fault: Mishap["fault"];
  for (const rule of rules) {
    if (rule.fault.kind !== "latency" && fault !== undefined) continue;
    if (!fits(rule.fault, request) || !isDue(rule, clock)) continue;
    rule.left--;
    if (rule.fault.kind === "latency") latencyMs += rule.fault.ms;
    else fault = rule.fault;
  }
  for (let at = rules.length - 1; at >= 0; at--) if (rules[at]?.left === 0) rules.splice(at, 1);
  return { latencyMs, fault };
}

function fits({ method, path }: Fault, request: Asked): boolean {
  return (method === undefined || method === request.method) && (path === undefined || request.path.startsWith(path));
}

function isDue(rule: Rule, clock: Pick<Clock, "now" | "random">): boolean {
  const { fault } = rule;
  if (
    fault.kind === "throttle" &&
    fault.perSecond !== undefined &&
    countInSecond(rule, clock.now()) <= fault.perSecond
  ) {
    return false;
  }
  return fault.probability === undefined || clock.random() < fault.probability;
}

function countInSecond(rule: Rule, now: number): number {
  if (now - rule.secondAt >= 1000) {
    rule.secondAt = now;
    rule.inSecond = 0;
  }
  rule.inSecond++;
  return rule.inSecond;
}
