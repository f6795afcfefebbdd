// The way to the API: Node's own http, or undici where a proxy is set.
import type { HttpClient } from "../core/api/http.ts";
import { nodeClient } from "../core/api/node-client.ts";
import { type Env, hasProxy, proxiesOf } from "./env.ts";

/** The HTTP client that the environment asks for; undici is loaded for proxies alone. */
export async function httpClient(env: Env): Promise<HttpClient> {
  if (!hasProxy(env)) return nodeClient();
  const { undiciClient } = await import("../core/api/undici-client.ts");
  return undiciClient(proxiesOf(env));
}
