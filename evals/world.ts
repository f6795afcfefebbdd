// The account of a task: a sandbox of its own, seen from outside the server under evaluation.
import { systemClock } from "../src/platform/system-clock.ts";
import type { Sandbox } from "../src/sandbox/sandbox.ts";
import { startSandbox } from "../src/sandbox/start.ts";
import type { Permission } from "../src/sandbox/state/entities.ts";

export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** What the server under evaluation is given. */
  readonly token: string;
  /** Of both name servers, the second of which hears of a change an hour later. */
  readonly nameservers: readonly string[];
  /** Asks the API itself, with a token that may do everything; gives the parsed answer. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** What was written since the task was prepared. */
  writes(): readonly string[];
  /** Ends the preparation. */
  begin(): void;
}

const LAG_MS = 60 * 60 * 1000;

/** Starts a seeded account; registrations become active at once. */
export async function startWorld(permissions?: readonly Permission[]): Promise<World> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true, activateAfterMs: 1, lagMs: LAG_MS });
  const { nameserver, lagging = nameserver } = sandbox;
  let begun = 0;
  return {
    sandbox,
    token: permissions === undefined ? sandbox.token : await sandbox.addToken({ name: "limited", permissions }),
    nameservers: [nameserver, lagging],
    api: (method, path, body) => ask(sandbox, { method, path, body }),
    writes: () =>
      sandbox
        .requests()
        .slice(begun)
        .flatMap(({ method, path, status }) => (method === "GET" || status >= 400 ? [] : [`${method} ${path}`])),
    begin: () => {
      begun = sandbox.requests().length;
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

async function ask({ url, token }: Sandbox, { method, path, body }: Question): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
  return text === "" ? undefined : JSON.parse(text);
}
