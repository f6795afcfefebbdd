// Where the step's requests go: to the API over Node's own http, over undici where a proxy is set, or to an embedded
// sandbox that is started for it.
import type { HttpClient } from "../core/api/http.ts";
import { nodeClient } from "../core/api/node-client.ts";
import { DEFAULT_API_URL, parseApiUrl } from "../core/api/settings.ts";
import { DEFAULT_RDAP_URL, parseRdapUrl } from "../core/rdap/rdap-url.ts";
import type { Wire } from "../core/wire/wire.ts";
import { listedNames, sandboxWire, wireOf } from "../platform/wire/named-wires.ts";
import type { Env } from "./env.ts";
import { httpClient } from "./http-client.ts";
import { type InputReader, switchOf } from "./input-reader.ts";
import { maskSecret } from "./mask.ts";
import { readToken } from "./token.ts";

/** Starts the embedded sandbox, kept in a folder when one is named; only composition roots know how. */
export type StartSandbox = (folder: string | undefined) => Promise<EmbeddedSandbox>;

export interface EmbeddedSandbox {
  readonly url: string;
  readonly token: string;
  readonly nameserver: string;
  /** Of its second name server. */
  readonly lagging?: string;
  readonly rdap: string;
  close(): Promise<void>;
}

export interface Connection {
  readonly http: HttpClient;
  readonly apiUrl: string;
  readonly token: string;
  /** Where domains are looked up. */
  readonly rdapUrl: string;
  /** The way to name servers. */
  readonly wire: Wire;
  /** The only zones that may be touched or read; none means all. */
  readonly zones: readonly string[];
  /** Of an embedded sandbox; "" for one in memory, undefined without one. */
  readonly sandboxFolder: string | undefined;
  close(): Promise<void>;
}

export interface ConnectPorts {
  readonly env: Env;
  /** A client that is at work already. */
  readonly http?: HttpClient | undefined;
  readonly startSandbox: StartSandbox;
}

/**
 * Checks address and token, then opens the way to them; nothing is sent yet.
 * @throws InputError for an address or a token that cannot be used.
 */
export async function connect(
  read: InputReader,
  { env, http: started, startSandbox }: ConnectPorts,
): Promise<Connection> {
  const sandboxFolder = sandboxFolderOf(read);
  const zones = listedNames(env["VPS_ZONES"]);
  if (sandboxFolder !== undefined) {
    const sandbox = await startSandbox(sandboxFolder === "" ? undefined : sandboxFolder);
    maskSecret(sandbox.token);
    const { url: apiUrl, token, rdap: rdapUrl } = sandbox;
    const wire = sandboxWire(sandbox);
    return { http: nodeClient(), apiUrl, token, rdapUrl, wire, zones, sandboxFolder, close: () => sandbox.close() };
  }
  const token = readToken(read);
  const apiUrl = parseApiUrl(read("api-url").trim() || DEFAULT_API_URL);
  const rdapUrl = parseRdapUrl(env["VPS_RDAP_URL"]?.trim() || DEFAULT_RDAP_URL);
  const wire = wireOf({
    nameservers: listedNames(env["VPS_NAMESERVERS"]),
    resolvers: listedNames(env["VPS_RESOLVERS"]),
  });
  const http = started ?? (await httpClient(env));
  return { http, apiUrl, token, rdapUrl, wire, zones, sandboxFolder, close: () => http.close() };
}

// The input is a switch or a folder.
function sandboxFolderOf(read: InputReader): string | undefined {
  const text = read("sandbox").trim();
  const on = switchOf(text);
  if (on === undefined) return text;
  return on ? "" : undefined;
}
