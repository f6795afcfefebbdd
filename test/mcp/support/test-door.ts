// Our HTTP door in this process, on a sandbox whose log a test can read.
import { bearerCheck } from "../../../src/mcp/http/bearer.ts";
import { openHttpDoor } from "../../../src/mcp/http/http-door.ts";
import { createMcpServer } from "../../../src/mcp/server.ts";
import { type ConfirmingServer, startConfirming } from "./confirming-server.ts";

export const BEARER = "test-bearer-0123456789";

export interface TestDoor extends AsyncDisposable {
  readonly port: number;
  readonly server: ConfirmingServer;
}

export async function openTestDoor(): Promise<TestDoor> {
  const server = await startConfirming();
  const { deps } = server;
  const door = await openHttpDoor({
    host: "127.0.0.1",
    port: 0,
    isBearer: bearerCheck(BEARER),
    createServer: (declared) => createMcpServer(deps, declared),
    calls: deps.calls,
    log: () => {},
  });
  return {
    port: door.port,
    server,
    [Symbol.asyncDispose]: async () => {
      await door.stop();
      await server[Symbol.asyncDispose]();
    },
  };
}
