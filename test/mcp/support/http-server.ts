// `vps-dns mcp --http` as a child process, on a free port of loopback.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface HttpServerProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Where MCP is asked. */
  readonly url: string;
  readonly bearer: string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  stderr(): string;
}

export interface HttpServerOptions {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly listen?: string;
}

export const BEARER = "test-bearer-0123456789";

/** Resolves when it listens; rejects with what it said on stderr when it ends before. */
export async function startHttpServer(
  program: string,
  { flags = [], env = {}, listen = "0" }: HttpServerOptions = {},
): Promise<HttpServerProcess> {
  const child = spawn(process.execPath, [program, "mcp", "--http", listen, ...flags], {
    env: { PATH: process.env["PATH"], VPS_HTTP_TOKEN: BEARER, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = once(child, "close").then(() => child.exitCode ?? child.signalCode);
  let said = "";
  const listening = new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const url = /^vps-dns mcp: (\S+)\n/m.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exited.then((code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
  const url = await listening;
  return {
    child,
    url,
    bearer: BEARER,
    exited,
    stderr: () => said,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
