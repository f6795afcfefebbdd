// A real BIND that serves what a sandbox's --bind folder lists, and the command that makes it look again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { freePort } from "../../support/named.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export interface ReloadedNamed {
  /** `127.0.0.1:PORT` */
  readonly server: string;
  /** Fails until `start` has been called. */
  readonly reload: string;
  /** Starts it on a fragment that is there; it goes when the test is over. */
  start(fragment: string): Promise<void>;
}

export async function reloadedNamed(): Promise<ReloadedNamed> {
  const folder = await temporaryFolder();
  const [port, control] = [await freePort(), await freePort()];
  const key = `key "control" { algorithm hmac-sha256; secret "${Buffer.alloc(32, 7).toString("base64")}"; };`;
  const rndcConf = join(folder, "rndc.conf");
  const options = `options { default-key "control"; default-server 127.0.0.1; default-port ${control}; };`;
  await writeFile(rndcConf, `${key}\n${options}\n`);
  return {
    server: `127.0.0.1:${port}`,
    reload: `rndc -c '${rndcConf}' reload`,
    start: async (fragment) => {
      const configuration = join(folder, "named.conf");
      await writeFile(
        configuration,
        `${key}
options {
  directory "${folder}"; pid-file none; lock-file none; session-keyfile "${folder}/session.key";
  listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
  recursion no; dnssec-validation no; notify no;
};
controls { inet 127.0.0.1 port ${control} allow { 127.0.0.1; } keys { "control"; }; };
include "${fragment.replaceAll('"', '\\"')}";
`,
      );
      await runNamed(configuration);
    },
  };
}

async function runNamed(configuration: string): Promise<void> {
  const named = spawn("named", ["-g", "-4", "-n", "1", "-c", configuration], { stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(named, "exit");
  onTestFinished(async () => {
    named.kill("SIGTERM");
    await exited;
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: named.stderr })
      .on("line", (line) => {
        said.push(line);
        if (line.endsWith(" running")) resolve();
      })
      .on("close", () => reject(new Error(`named does not serve:\n${said.slice(-8).join("\n")}`)));
  });
}
