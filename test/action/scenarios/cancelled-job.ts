// The runner interrupts a step while its record is just being created, or before that.
import { scenario, type Stage } from "../support/scenario.ts";
import { type ScriptedRequest, startScriptedApi } from "../support/scripted-api.ts";

const made = { uuid: "rec-1", record_type: "TXT", name: "_x", value: "y", ttl: 3600 };

interface Interruption {
  readonly signal: NodeJS.Signals;
  /** At which request the signal comes. */
  readonly at: (request: ScriptedRequest) => boolean;
  readonly more?: Readonly<Record<string, string>>;
}

async function interrupt({ main, post, note }: Stage, { signal, at, more = {} }: Interruption): Promise<void> {
  const held: unknown[] = [];
  let kill: ((signal: NodeJS.Signals) => void) | undefined;
  await using api = await startScriptedApi((request) => {
    const after = at(request) ? 300 : 0;
    if (after > 0) kill?.(signal);
    const { method, path } = request;
    if (path.startsWith("/dns-zones/?")) {
      return { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }], after };
    }
    if (method === "GET") return { status: 200, json: held, after };
    if (method === "DELETE") return { status: 204 };
    held.push(made);
    return { status: 201, json: made, after };
  });
  const record = { zone: "example.com", type: "TXT", name: "_x", value: "y" };
  const inputs = { ...record, ...more, cleanup: "true", "api-url": api.url };
  const first = await main(inputs, {
    env: { VPS_NAMESERVERS: "127.0.0.1:9" },
    started: (step) => {
      kill = step.kill;
    },
  });
  kill = undefined;
  await post(inputs, first);
  note(`${signal}: the API was asked`, api.requests().join("\n"));
}

export const story = scenario({
  title: "A creation under way when the job is cancelled gets its answer and is taken away by post; none begins after",
  play: async (stage) => {
    await interrupt(stage, { signal: "SIGINT", at: ({ method }) => method === "POST" });
    await interrupt(stage, { signal: "SIGTERM", at: ({ method }) => method === "POST" });
    await interrupt(stage, { signal: "SIGINT", at: ({ path }) => path.includes("/records/") });
    const more = { operation: "create-record", wait: "authoritative" };
    await interrupt(stage, { signal: "SIGINT", at: ({ method }) => method === "POST", more });
  },
});
