// A session against a sandbox of its own, or any other server, over real HTTP: what the doors hand to operations.
import { nodeClient } from "../../src/core/api/node-client.ts";
import type { Confirmation } from "../../src/core/confirmation.ts";
import type { Context, Policy } from "../../src/core/context.ts";
import { type Problem, toProblem } from "../../src/core/errors.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import type { Journal } from "../../src/core/journal/journal.ts";
import type { Clock, Log } from "../../src/core/ports.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { createSession } from "../../src/core/session.ts";
import type { PlanStore } from "../../src/core/state.ts";
import type { Wire } from "../../src/core/wire/wire.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { sandboxWire } from "../../src/platform/wire/named-wires.ts";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { confirmByTarget } from "./confirm-by-name.ts";

export interface SessionSettings extends Partial<Policy> {
  readonly confirmation?: Confirmation;
  /** null for none; the sandbox's own when left out. */
  readonly token?: string | null;
  readonly log?: Log;
  /** In memory when left out. */
  readonly journal?: Journal;
  readonly plans?: PlanStore;
  /** To the sandbox's name servers when left out, to nobody where there is none. */
  readonly wire?: Wire;
  /** The sandbox's own when left out; nothing is known without a sandbox. */
  readonly rdapUrl?: string;
  /** Time for everything but back-off. */
  readonly clock?: Clock;
}

/** What an operation answered. */
export interface Answer {
  readonly output: Readonly<Record<string, unknown>>;
  /** With ids that servers make up as ID and days as DAY, so that it can be compared whole. */
  readonly text: string;
}

export interface TestSession extends AsyncDisposable {
  context(overrides?: Partial<Context>): Context;
  /** Runs an operation by name, as a door does. */
  run(name: string, input?: unknown, overrides?: Partial<Context>): Promise<Answer>;
  /** What an operation refuses with; fails when it does not. */
  refuse(name: string, input?: unknown, overrides?: Partial<Context>): Promise<Problem>;
}

export interface SandboxSession extends TestSession {
  readonly sandbox: Sandbox;
  /** `GET /dns-zones/?domain=example.com` and so on: what reached the API since this was last asked. */
  requests(): readonly string[];
}

/** Whoever asks the API here gets nowhere: for what must not need it. */
export const NO_API = "http://127.0.0.1:9/api/v1";

/** Starts a seeded sandbox and a session on it; `await using` closes both. */
export async function startSession(
  settings: SessionSettings & { readonly sandbox?: Partial<SandboxOptions> } = {},
): Promise<SandboxSession> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true, activateAfterMs: 1, ...settings.sandbox });
  const session = openTestSession(sandbox.url, {
    token: sandbox.token,
    wire: sandboxWire(sandbox),
    rdapUrl: sandbox.rdap,
    ...settings,
  });
  const base = new URL(sandbox.url).pathname;
  let seen = 0;
  return {
    ...session,
    sandbox,
    requests: () => {
      const all = sandbox.requests();
      const fresh = all.slice(seen).map(({ method, path }) => `${method} ${path.slice(base.length)}`);
      seen = all.length;
      return fresh;
    },
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

// Back-off is the API client's own test; elsewhere nobody waits for it.
const impatient = (clock: Clock): Clock => ({
  ...clock,
  sleep: (ms, signal) => clock.sleep(Math.min(ms, 1), signal),
});

/** A session on a server that is there already. */
export function openTestSession(apiUrl: string, settings: SessionSettings): TestSession {
  const { zones = [], allowPurchases = false, concurrency = 4, token, confirmation = confirmByTarget } = settings;
  const session = createSession({
    http: nodeClient(),
    apiUrl,
    token: token ?? undefined,
    policy: { zones, allowPurchases, concurrency },
    confirmation,
    clock: impatient(settings.clock ?? systemClock),
    log: settings.log ?? (() => {}),
    ...(settings.journal === undefined ? {} : { journal: settings.journal }),
    ...(settings.plans === undefined ? {} : { plans: settings.plans }),
    ...(settings.wire === undefined ? {} : { wire: settings.wire }),
    ...(settings.rdapUrl === undefined ? {} : { rdapUrl: settings.rdapUrl }),
  });
  const context = (overrides: Partial<Context> = {}) => ({
    ...session.context({ signal: new AbortController().signal }),
    ...overrides,
  });
  const run = async (name: string, input: unknown = {}, overrides: Partial<Context> = {}) => {
    const operation = findOperation(name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const output = await runOperation(operation, input, context(overrides));
    return { output, text: stable(operation.text(output)) };
  };
  const refuse = (name: string, input?: unknown, overrides?: Partial<Context>) =>
    run(name, input, overrides).then(
      () => Promise.reject(new Error(`${name} refused nothing`)),
      (error: unknown) => stableProblem(toProblem(error)),
    );
  return { context, run, refuse, [Symbol.asyncDispose]: () => session.close() };
}

function stableProblem(problem: Problem): Problem {
  const { message, hint } = problem;
  return { ...problem, message: stable(message), ...(hint === undefined ? {} : { hint: stable(hint) }) };
}

function stable(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/\bm\d+-[0-9a-f]{8}\b|\bc[0-9a-z]{9}-[0-9a-f]{6}\b/g, "CHANGE")
    .replaceAll(/\bplan-[0-9a-f]{20}\b/g, "PLAN")
    .replaceAll(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g, "DAY");
}
