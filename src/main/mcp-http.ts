// `vps-dns mcp --http`: the MCP server over Streamable HTTP, until it is told to stop.
import { InputError } from "../core/errors.ts";
import { isLoopback } from "../mcp/http/admission.ts";
import { isBearer, randomBearer } from "../mcp/http/bearer.ts";
import { serveMcpHttp } from "../mcp/http/serve-http.ts";
import type { ServingOptions } from "../mcp/serving-options.ts";
import { tokenFromFile } from "./api-token.ts";
import { authorityOf, type ListenAddress } from "./listen-address.ts";
import type { ProcessLog } from "./process-log.ts";
import type { Settings } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

export interface HttpServing {
  readonly listen: ListenAddress;
  /** As VPS_HTTP_HOSTS gives them. */
  readonly names: readonly string[];
  /** As VPS_HTTP_TOKEN gives it. */
  readonly bearer: string | undefined;
  readonly settings: Settings;
  readonly hide: ProcessLog["hide"];
  readonly serving: ServingOptions;
}

/** Serves until the process is told to stop; its calls have ended then. */
export async function serveOverHttp({ listen, names, bearer, settings, hide, serving }: HttpServing): Promise<void> {
  if (bearer !== undefined) await refuseBearer(bearer, settings);
  const secret = bearer ?? randomBearer();
  hide(secret);
  const door = await serveMcpHttp({ ...serving, ...listen, names, bearer: secret });
  process.stderr.write(`vps-dns mcp: http://${authorityOf({ host: listen.host, port: door.port })}/mcp\n`);
  if (bearer === undefined) {
    process.stderr.write(`Clients send this bearer, random for this run (VPS_HTTP_TOKEN sets one): ${secret}\n`);
  }
  if (!isLoopback(listen.host)) {
    process.stderr.write("Beyond this machine all of it, bearer included, travels in the clear: put TLS in front.\n");
  }
  await new Promise<void>((resolve) => {
    whenToldToStop(resolve);
  });
  await door.stop();
}

// A client of this server is let in to the tools that are enabled, not to the account.
async function refuseBearer(bearer: string, { token, tokenFile }: Settings): Promise<void> {
  if (!isBearer(bearer)) {
    throw new InputError("invalid_input", "VPS_HTTP_TOKEN holds what no Authorization header can carry.", {
      field: "VPS_HTTP_TOKEN",
      hint: "Use letters, digits and -._~+/ only, or leave it unset for a random one.",
    });
  }
  const known = [token, await tokenFromFile(tokenFile)];
  if (!known.some((one) => one?.trim() === bearer)) return;
  throw new InputError("invalid_input", "VPS_HTTP_TOKEN is the VPS.org token itself.", {
    field: "VPS_HTTP_TOKEN",
    hint: "Whoever may use this server would hold the whole account: leave it unset for a random one.",
  });
}
