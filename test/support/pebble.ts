// pebble, Let's Encrypt's ACME test CA, on loopback ports, asking one name server for everything.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { freePort } from "./named.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** False where a program is not installed; with CI set that is an error, not a reason to pass. */
export function hasProgram(name: string, args: readonly string[]): boolean {
  const found = spawnSync(name, args).error === undefined;
  if (!found && process.env["CI"] !== undefined) throw new Error(`${name} is needed and not installed`);
  return found;
}

export const hasPebble = hasProgram("pebble", ["-version"]) && hasProgram("openssl", ["version"]);

export interface Pebble {
  /** The ACME directory. */
  readonly directory: string;
  /** The certificate that clients must trust to talk to it, a file. */
  readonly trust: string;
}

/** Between finding a port free and listening on it, another test may take it. */
const PORT_ATTEMPTS = 5;

/** Starts a CA for the test that is running; `nameserver` is `HOST:PORT`. */
export async function startPebble(nameserver: string): Promise<Pebble> {
  const folder = await temporaryFolder();
  const trust = makeCertificate(folder);
  for (let attempt = 1; ; attempt++) {
    const directory = await tryPebble(folder, nameserver);
    if (directory !== undefined) return { directory, trust };
    if (attempt === PORT_ATTEMPTS) throw new Error("pebble does not start");
  }
}

/** Makes `cert.pem` and `key.pem` in a folder; gives the path of the certificate. */
export function makeCertificate(folder: string): string {
  const trust = join(folder, "cert.pem");
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const words = [
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", names],
    ["-keyout", join(folder, "key.pem"), "-out", trust],
  ];
  execFileSync("openssl", words.flat(), { stdio: "ignore" });
  return trust;
}

/** Writes `pebble.json` beside the certificate; gives its path. */
export async function writeConfiguration(
  folder: string,
  { port, managementPort }: { readonly port: number; readonly managementPort: number },
): Promise<string> {
  const configuration = join(folder, "pebble.json");
  const pebble = {
    listenAddress: `127.0.0.1:${port}`,
    managementListenAddress: `127.0.0.1:${managementPort}`,
    certificate: join(folder, "cert.pem"),
    privateKey: join(folder, "key.pem"),
    httpPort: 0,
    tlsPort: 0,
    ocspResponderURL: "",
    externalAccountBindingRequired: false,
  };
  await writeFile(configuration, JSON.stringify({ pebble }));
  return configuration;
}

async function tryPebble(folder: string, nameserver: string): Promise<string | undefined> {
  const port = await freePort();
  const configuration = await writeConfiguration(folder, { port, managementPort: await freePort() });
  const child = spawn("pebble", ["-config", configuration, "-strict", "-dnsserver", nameserver], {
    env: { PATH: process.env["PATH"], PEBBLE_VA_NOSLEEP: "1", PEBBLE_WFE_NONCEREJECT: "0", PEBBLE_AUTHZREUSE: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  child.stderr.resume();
  const listening = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stdout })
      .on("line", (line) => line.includes("ACME directory available") && resolve(true))
      .on("close", () => resolve(false));
  });
  if (!(await listening)) return undefined;
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  return `https://127.0.0.1:${port}/dir`;
}
