// `vps-dns sandbox`: the emulated API and its name server as a server of its own, until it is stopped.
import { InputError } from "../core/errors.ts";
import type { BindSettings } from "../sandbox/bind/feed-bind.ts";
import type { SandboxOptions } from "../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/start.ts";
import { systemClock } from "../platform/system-clock.ts";
import { SANDBOX_FLAGS } from "./flags.ts";
import { type FlagValues, parseOnlyFlags } from "./parse-flags.ts";
import { processLog } from "./process-log.ts";
import { integerOf, textOf } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

const PORT_MAX = 65_535;
const DAY_SECONDS = 86_400;

/** Runs `vps-dns sandbox` until it is stopped; the exit code. */
export async function sandboxCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const options = sandboxOptions(parseOnlyFlags(SANDBOX_FLAGS, argv, env));
  // Listened for from the start: whoever reads the line may stop it at once.
  const told = new Promise<void>((resolve) => whenToldToStop(resolve));
  const sandbox = await startSandbox(options);
  const { url, token, nameserver, lagging } = sandbox;
  process.stdout.write(`${JSON.stringify({ url, token, nameserver, lagging })}\n`);
  if (process.stderr.isTTY) process.stderr.write(introduction(url, token, nameserver));
  await told;
  await sandbox.close();
  return 0;
}

/** @throws InputError naming the flag */
function sandboxOptions(values: FlagValues): SandboxOptions {
  const data = textOf(values, "data");
  const bind = bindSettings(values);
  const activateAfter = integerOf(values, "activate-after", { min: 0, max: DAY_SECONDS });
  const lag = integerOf(values, "lag", { min: 0, max: DAY_SECONDS });
  return {
    clock: systemClock,
    seed: true,
    port: integerOf(values, "port", { min: 0, max: PORT_MAX }) ?? 0,
    dnsPort: integerOf(values, "dns-port", { min: 0, max: PORT_MAX }) ?? 0,
    log: processLog("warn").log,
    ...(data === undefined ? {} : { data }),
    ...(bind === undefined ? {} : { bind }),
    ...(activateAfter === undefined ? {} : { activateAfterMs: activateAfter * 1000 }),
    ...(lag === undefined ? {} : { lagMs: lag * 1000 }),
  };
}

function bindSettings(values: FlagValues): BindSettings | undefined {
  const dir = textOf(values, "bind");
  const reload = textOf(values, "reload");
  if (dir !== undefined) return { dir, ...(reload === undefined ? {} : { reload }) };
  if (reload === undefined) return undefined;
  throw new InputError("invalid_input", "--reload goes together with --bind.", {
    field: "reload",
    hint: "Name the folder that BIND reads with --bind DIR.",
  });
}

function introduction(url: string, token: string, nameserver: string): string {
  const [host, port] = nameserver.split(":");
  return [
    "",
    "The sandbox serves the VPS.org API; nothing here costs money or reaches the network. Try:",
    `  VPS_API_URL=${url} VPS_API_TOKEN=${token} vps-dns call list_zones`,
    `  dig @${host} -p ${port} example.com MX`,
    "Stop it with Ctrl-C.",
    "",
  ].join("\n");
}
