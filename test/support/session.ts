// A session against a sandbox of its own, over real HTTP: what the doors hand to operations.
import type { ApiClientOptions } from "../../src/core/api/client.ts";
import { fetchClient } from "../../src/core/api/fetch-client.ts";
import { type Confirmation, confirmByName } from "../../src/core/confirmation.ts";
import type { Context, Policy } from "../../src/core/context.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { createSession } from "../../src/core/session.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";

export interface SessionSettings extends Partial<Policy> {
  readonly sandbox?: Partial<SandboxOptions>;
  readonly confirmation?: Confirmation;
  /** Instead of the sandbox's own; null for none. */
  readonly token?: string | null;
  readonly log?: ApiClientOptions["log"];
}

/** What an operation answered: its output and its text. */
export interface Answer {
  readonly output: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface TestSession extends AsyncDisposable {
  readonly sandbox: Sandbox;
  context(overrides?: Partial<Context>): Context;
  /** Runs an operation by name, as a door does. */
  run(name: string, input?: unknown, overrides?: Partial<Context>): Promise<Answer>;
  /** `GET /dns-zones/?domain=example.com` and so on: what reached the API since the last time this was asked. */
  requests(): readonly string[];
}

/** Starts a seeded sandbox and a session on it; `await using` closes both. */
export async function startSession(settings: SessionSettings = {}): Promise<TestSession> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true, activateAfterMs: 1, ...settings.sandbox });
  const session = createSession({
    http: fetchClient(),
    apiUrl: sandbox.url,
    token: settings.token === null ? undefined : (settings.token ?? sandbox.token),
    policy: {
      zones: settings.zones ?? [],
      allowPurchases: settings.allowPurchases ?? false,
      concurrency: settings.concurrency ?? 4,
    },
    confirmation: settings.confirmation ?? confirmByName,
    clock: systemClock,
    log: settings.log ?? (() => {}),
  });
  const context = (overrides: Partial<Context> = {}) => ({
    ...session.context({ signal: new AbortController().signal }),
    ...overrides,
  });
  let seen = 0;
  return {
    sandbox,
    context,
    run: async (name, input = {}, overrides = {}) => {
      const operation = findOperation(name);
      if (operation === undefined) throw new Error(`no operation ${name}`);
      const output = await runOperation(operation, input, context(overrides));
      return { output, text: operation.text(output) };
    },
    requests: () => {
      const all = sandbox.requests();
      const fresh = all.slice(seen).map(({ method, path }) => `${method} ${path}`);
      seen = all.length;
      return fresh;
    },
    [Symbol.asyncDispose]: async () => {
      await session.close();
      await sandbox.close();
    },
  };
}
