// Composition root of the Action's main step: environment, clock and signals are read here and handed in.
import { systemClock } from "../platform/system-clock.ts";
import type { StartSandbox } from "./connect.ts";
import { runStep } from "./step.ts";

const cancel = new AbortController();
const stop = () => cancel.abort();
process.once("SIGINT", stop).once("SIGTERM", stop);

// The sandbox is loaded only where a workflow asks for it.
const startSandbox: StartSandbox = async (folder) => {
  const { startSandbox: start } = await import("../sandbox/start.ts");
  return start({ clock: systemClock, seed: true, ...(folder === undefined ? {} : { data: folder }) });
};

const succeeded = await runStep({ env: process.env, clock: systemClock, cancelled: cancel.signal, startSandbox });
if (!succeeded) process.exitCode = 1;
