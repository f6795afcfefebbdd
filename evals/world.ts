// The account of a task: a sandbox of its own, seen from outside the server under evaluation.
import { systemClock } from "../src/platform/system-clock.ts";
import type { Sandbox } from "../src/sandbox/sandbox.ts";
import { startSandbox } from "../src/sandbox/start.ts";

export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Asks the API itself; gives the parsed answer. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** What was written since the task was prepared. */
  writes(): readonly string[];
  /** Ends the preparation. */
  begin(): void;
}

/** Starts a seeded account; registrations become active at once. */
export async function startWorld(): Promise<World> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true, activateAfterMs: 1 });
  let begun = 0;
  return {
    sandbox,
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
  return text === "" ? undefined : JSON.parse(text);
}
