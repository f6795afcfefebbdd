// A sandbox in a process of its own, for tests that kill it: keeps its state in the folder given, tells where it is.
import { systemClock } from "../../../src/platform/system-clock.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";

const [data = ""] = process.argv.slice(2);
const { url, token, nameserver } = await startSandbox({ clock: systemClock, seed: true, data });
process.stdout.write(`${JSON.stringify({ url, token, nameserver })}\n`);
