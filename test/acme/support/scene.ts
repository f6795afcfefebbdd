// A sandbox, a certificate authority that asks its name server, and a hook that calls this program.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { X509Certificate } from "node:crypto";
import { PROGRAM } from "../../support/dist-program.ts";
import { startPebble } from "../../support/pebble.ts";
import { startTestSandbox } from "../../support/sandbox.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { documentedFile } from "./documented.ts";

/** Apex and wildcard: two challenges at one name. */
export const BOTH = ["example.com", "*.example.com"];

/** Everything is over with the test that is running. */
export async function startScene() {
  const sandbox = await startTestSandbox();
  const [pebble, folder] = await Promise.all([startPebble(sandbox.nameserver), temporaryFolder()]);
  const env = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
    HOME: folder,
    VPS_API_URL: sandbox.url,
    VPS_API_TOKEN: sandbox.token,
    VPS_NAMESERVERS: sandbox.nameserver,
    VPS_STATE_DIR: join(folder, "state"),
  };
  await mkdir(join(folder, "bin"));
  await writeProgram(folder);
  return { sandbox, pebble, folder, env };
}
export type Scene = Awaited<ReturnType<typeof startScene>>;

/** `vps-dns` in the folder's `bin`. */
export function writeProgram(folder: string): Promise<void> {
  return writeScript(join(folder, "bin", "vps-dns"), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
}

/** The hook that the documentation shows, or another. */
export async function writeHook({ folder }: Pick<Scene, "folder">, text = documentedFile("hook")): Promise<string> {
  const path = join(folder, "hook");
  await writeScript(path, text);
  return path;
}

async function writeScript(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, 0o755);
}

/** How many challenges were added, and how many taken away again. */
export function challengesOf({ sandbox }: Scene) {
  const requests = sandbox.requests();
  return {
    created: requests.filter(({ method, path }) => method === "POST" && path.endsWith("/records/")).length,
    deleted: requests.filter(({ method }) => method === "DELETE").length,
  };
}

export function namesOf({ subjectAltName = "" }: X509Certificate): readonly string[] {
  return subjectAltName.split(", ").map((name) => name.replace("DNS:", ""));
}
