// A network of its own for clients that insist on port 53: Linux namespaces, so that neither rights on this machine nor
// anything outside are touched.
import { execFile, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { makeCertificate, writeConfiguration } from "../../support/pebble.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { writeProgram } from "./scene.ts";

const run = promisify(execFile);
const UNSHARE = ["--map-root-user", "--mount", "--net", "--pid", "--fork", "--kill-child"];
const PEBBLE_PORT = 14000;

/** False where there is no Linux, or its administrator lets nobody make namespaces: no reason to fail, in CI either. */
export const hasOwnNetwork = spawnSync("unshare", [...UNSHARE, "ip", "link", "set", "lo", "up"]).status === 0;

export interface OwnNetwork {
  readonly folder: string;
  /** Runs lego with its exec provider in a network that lives as long as it does; what it said on stderr. */
  readonly lego: (domain: string, env: Readonly<Record<string, string>>) => Promise<string>;
}

export async function ownNetwork(): Promise<OwnNetwork> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "bin"));
  await Promise.all([
    writeProgram(folder),
    writeFile(join(folder, "resolv.conf"), "nameserver 127.0.0.1\n"),
    writeConfiguration(folder, { port: PEBBLE_PORT, managementPort: PEBBLE_PORT + 1 }),
  ]);
  const base = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
    HOME: folder,
    WORLD: folder,
    LEGO_CA_CERTIFICATES: makeCertificate(folder),
    PEBBLE_VA_NOSLEEP: "1",
    PEBBLE_WFE_NONCEREJECT: "0",
  };
  const script = resolve("test/acme/support/own-network.sh");
  const words = [
    ["lego", "--server", `https://127.0.0.1:${PEBBLE_PORT}/dir`, "--path", folder],
    ["--accept-tos", "--email", "a@example.com", "--dns", "exec", "--dns.resolvers", "127.0.0.1:53"],
  ];
  const lego: OwnNetwork["lego"] = async (domain, env) => {
    const command = [...UNSHARE, "sh", script, ...words.flat(), "-d", domain, "run"];
    return (await run("unshare", command, { env: { ...base, ...env } })).stderr;
  };
  return { folder, lego };
}
