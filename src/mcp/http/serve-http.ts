// MCP over Streamable HTTP: all clients of the process share its tools, its session with the API and its ladder.
import { createMcpServer } from "../server.ts";
import { serverDeps, type ServingOptions } from "../serving-options.ts";
import { bearerCheck } from "./bearer.ts";
import { type HttpDoor, openHttpDoor } from "./http-door.ts";

export interface HttpOptions extends ServingOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Names it also goes by. */
  readonly names?: readonly string[];
  /** What clients must send. */
  readonly bearer: string;
}

/** @throws InputError for tools that are not there, or an address that cannot be listened on */
export function serveMcpHttp({ host, port, names = [], bearer, ...options }: HttpOptions): Promise<HttpDoor> {
  const deps = serverDeps(options);
  return openHttpDoor({
    host,
    names,
    port,
    isBearer: bearerCheck(bearer),
    createServer: (declared) => createMcpServer(deps, declared),
    calls: deps.calls,
    log: options.log,
  });
}
