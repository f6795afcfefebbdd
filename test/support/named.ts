// A real BIND on a loopback port, serving given zone files from a folder of its own.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface ZoneText {
  readonly origin: string;
  /** A whole master file, SOA and apex NS included. */
  readonly text: string;
}

export interface Named {
  /** `127.0.0.1:PORT` */
  readonly server: string;
  close(): Promise<void>;
}

/** False where BIND is not installed; with CI set that is an error, not a reason to pass. */
export const hasNamed = spawnSync("named", ["-V"]).status === 0;
if (!hasNamed && process.env["CI"] !== undefined) throw new Error("named is needed and not installed");

/** Between finding a port free and listening on it, another test may take it. */
const PORT_ATTEMPTS = 5;

/** Serves the zones until closed; rejects with BIND's own words when a zone does not load. */
export async function startNamed(zones: readonly ZoneText[]): Promise<Named> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const named = await spawnNamed(zones, port);
    const failure = await failureOf(named.stderr);
    if (failure === undefined) return { server: `127.0.0.1:${port}`, close: named.close };
    await named.close();
    if (!failure.includes("address in use") || attempt === PORT_ATTEMPTS)
      throw new Error(`named does not serve:\n${failure}`);
  }
}

async function spawnNamed(zones: readonly ZoneText[], port: number) {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-named-"));
  for (const [index, { text }] of zones.entries()) await writeFile(join(folder, `zone-${index}`), text);
  const configuration = join(folder, "named.conf");
  await writeFile(configuration, configurationText({ folder, port, origins: zones.map(({ origin }) => origin) }));
  const named = spawn("named", ["-g", "-4", "-n", "1", "-c", configuration], { stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(named, "exit");
  const close = async () => {
    named.kill("SIGTERM");
    await exited;
    await rm(folder, { recursive: true });
  };
  return { stderr: named.stderr, close };
}

/** BIND's last words when it cannot serve, undefined once it does; reads on for ever, lest the pipe fill up. */
function failureOf(stderr: Readable): Promise<string | undefined> {
  return new Promise((resolve) => {
    const said: string[] = [];
    createInterface({ input: stderr })
      .on("line", (line) => {
        said.push(line);
        if (line.endsWith(" running")) resolve(undefined);
        if (/not loaded due to errors|address in use/.test(line)) resolve(said.slice(-5).join("\n"));
      })
      .on("close", () => resolve(said.slice(-5).join("\n")));
  });
}

function configurationText(settings: { folder: string; port: number; origins: readonly string[] }): string {
  const zones = settings.origins.map(
    (origin, index) =>
      `zone "${origin}" { type primary; file "zone-${index}"; check-names ignore; check-integrity no; };`,
  );
  return `options {
  directory "${settings.folder}";
  pid-file none; lock-file none; session-keyfile "${settings.folder}/session.key";
  listen-on port ${settings.port} { 127.0.0.1; }; listen-on-v6 { none; };
  recursion no; dnssec-validation no; allow-transfer { none; }; notify no;
  version none; hostname none; server-id none;
};
controls { };
${zones.join("\n")}
`;
}

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("No free port.");
  return address.port;
}
