// `node scripts/run.mjs soak [--calls N]`: an hour's worth of calls in minutes, half over stdio and half over HTTP, with
// the server's memory and open files looked at on the way. Ends with 1 when either keeps growing. Linux only.
import { parseArgs } from "node:util";
import { measureGrowth, verdict } from "./soak/growth.ts";
import { httpServer, stdioServer, type SoakedServer } from "./soak/servers.ts";
import { sandboxProcess } from "./soak/sandbox-process.ts";

const { values } = parseArgs({ options: { calls: { type: "string", default: "50000" } } });
const each = Math.ceil(Number(values.calls) / 2);

await using sandbox = await sandboxProcess();
let failed = false;
for (const [name, start] of [
  ["stdio", stdioServer],
  ["http", httpServer],
] as const) {
  await using server: SoakedServer = await start(sandbox);
  const growth = await measureGrowth(server, each);
  const { text, flat } = verdict(growth);
  console.log(`${name}: ${text}`);
  failed ||= !flat;
}
if (failed) process.exitCode = 1;
