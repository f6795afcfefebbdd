// MCP over stdin and stdout: one client, one process. Which era the client speaks is settled by its first message.
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Log } from "../core/ports.ts";
import { lineTransport } from "./line-transport.ts";
import { claimOutput } from "./protocol-output.ts";
import { createMcpServer } from "./server.ts";
import { serverDeps, type ServingOptions } from "./serving-options.ts";

export interface StdioServer {
  /** Resolves when the client has its first answer: what is loaded then keeps nobody waiting. */
  readonly answered: Promise<void>;
  /** Resolves when the client has gone and its last call has ended, or was given up. */
  readonly closed: Promise<void>;
  /** Ends it as if the client had closed its side. */
  readonly end: () => void;
}

// Larger than any zone file a tool takes; a longer line is refused by its id, and the server goes on.
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** What came just before the end of the input is answered if that is quickly done; after it, calls are cancelled. */
const ANSWER_GRACE_MS = 500;
/** A cancelled call may take this long to note what is known; with the grace, two seconds are not passed. */
const CANCEL_GRACE_MS = 1_300;

/**
 * Serves until stdin ends.
 * @throws InputError when `tools` names a tool or a set that is not there.
 */
export function serveMcpStdio(options: ServingOptions): StdioServer {
  const { log } = options;
  const deps = serverDeps(options);
  const output = claimOutput(process.stdout, process.stderr);
  const transport = lineTransport({
    input: process.stdin,
    write: output.write,
    maxLineBytes: MAX_LINE_BYTES,
    graceMs: ANSWER_GRACE_MS,
    log,
  });
  serveStdio(() => createMcpServer(deps), { transport, onerror: (error) => protocolTrouble(error, log) });
  return { answered: transport.answered, closed: afterwards(), end: () => transport.end() };

  async function afterwards(): Promise<void> {
    await transport.ended;
    if (!(await deps.calls.settled(CANCEL_GRACE_MS))) log("warn", "a call was still at work when the server ended");
    output.release();
  }
}

function protocolTrouble(error: Error, log: Log): void {
  log("debug", "protocol trouble", { reason: error.message });
}
