// Composition root of the Action's main step: environment, clock and signals are read here and handed in. What is small
// is loaded first, so that the first request is under way while the rest comes.
import * as nodeModule from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { StartSandbox } from "./connect.ts";
import { earlyClient } from "./early-client.ts";

/** Node's cache of compiled code, which Node 20 does not have. */
interface CodeCache extends Pick<typeof nodeModule, "builtinModules"> {
  readonly enableCompileCache?: () => unknown;
}
const { enableCompileCache }: CodeCache = nodeModule;
enableCompileCache?.();

const CONNECTING_TURNS = 3;

const cancel = new AbortController();
const stop = () => cancel.abort();
process.once("SIGINT", stop).once("SIGTERM", stop);

const http = earlyClient(process.env);
// Loading keeps the event loop busy: the connection is begun before, in the turns that it takes.
if (http !== undefined) for (let turn = 0; turn < CONNECTING_TURNS; turn += 1) await nextTurn();
const [{ runStep }, { systemClock: clock }] = await Promise.all([
  import("./step.ts"),
  import("../platform/system-clock.ts"),
]);

// The sandbox is loaded only where a workflow asks for it.
const startSandbox: StartSandbox = async (folder) => {
  const { startSandbox: start } = await import("../sandbox/start.ts");
  return start({ clock, seed: true, ...(folder === undefined ? {} : { data: folder }) });
};

const succeeded = await runStep({ env: process.env, http, clock, cancelled: cancel.signal, startSandbox });
await http?.close();
if (!succeeded) process.exitCode = 1;
