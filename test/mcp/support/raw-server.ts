// The server as a child process, spoken to in bytes: for what no well-behaved client would send.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface RawServer extends AsyncDisposable {
  readonly child: ChildProcessWithoutNullStreams;
  /** Sends bytes as they are; a newline is up to the caller. */
  write(bytes: string | Buffer): Promise<void>;
  /** Sends one JSON-RPC message as a line. */
  send(message: object): Promise<void>;
  /** The next line of stdout, parsed; rejects when stdout ends or the line is no JSON. */
  next(): Promise<unknown>;
  /** Resolves with the exit code when the process has ended and its output is read. */
  readonly exited: Promise<number | null>;
  stderr(): string;
}

/** Starts `node <program> mcp <flags>` with nothing of this process's environment but PATH and `env`. */
export function startRawServer(
  program: string,
  options: { readonly flags?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): RawServer {
  const child = spawn(process.execPath, [program, "mcp", ...(options.flags ?? [])], {
    env: { PATH: process.env["PATH"], ...options.env },
    stdio: "pipe",
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // A server that ended closes the pipe under a test that still writes; the test looks at the exit code.
  child.stdin.on("error", () => {});
  const exited = once(child, "close").then(() => child.exitCode);
  const write = async (bytes: string | Buffer) => {
    if (!child.stdin.write(bytes)) await once(child.stdin, "drain");
  };
  return {
    child,
    write,
    send: (message) => write(`${JSON.stringify(message)}\n`),
    next: async () => {
      const line = await lines.next();
      if (line.done === true) throw new Error(`stdout has ended; stderr: ${stderr}`);
      return JSON.parse(line.value) as unknown;
    },
    exited,
    stderr: () => stderr,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** The opening of a 2025-era client. */
export const initialize = {
  jsonrpc: "2.0",
  id: "init",
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "raw", version: "1" } },
};
