// A step that puts one record in place begins by looking its zone up. That request goes out while the rest of the
// program is still being loaded: by the time it is needed, its answer is mostly there.
import type { HttpClient, HttpRequest, HttpResponse } from "../core/api/http.ts";
import { nodeClient } from "../core/api/node-client.ts";
import { DEFAULT_API_URL, parseApiUrl, parseToken } from "../core/api/settings.ts";
import { zoneLookUp } from "../core/api/zone-look-up.ts";
import { type Env, hasProxy } from "./env.ts";
import { inputReader, isSet, type InputReader } from "./input-reader.ts";
import type { InputName } from "./inputs.ts";

// A name in the very spelling that the API is asked with; anything else is read with more care, later.
const CANONICAL = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** With one of them the step is about something else than one record. */
const OTHER_WAYS = ["operation", "records", "zone-file", "preset", "arguments"] as const satisfies readonly InputName[];

/** A client whose first request is on its way; undefined where the inputs do not say beyond doubt which it will be. */
export function earlyClient(env: Env): HttpClient | undefined {
  const isRestricted = (env["VPS_ZONES"] ?? "").trim() !== "";
  const request = hasProxy(env) || isRestricted ? undefined : firstRequest(inputReader(env));
  if (request === undefined) return undefined;
  const client = nodeClient();
  const stop = new AbortController();
  let early: Promise<HttpResponse> | undefined = client.send({ ...request, signal: stop.signal });
  // Its failure is told to whoever takes it; where nobody does, nobody minds.
  early.catch(() => undefined);
  return {
    send: (wanted) => {
      const taken = early;
      if (taken === undefined || !isSame(wanted, request)) return client.send(wanted);
      early = undefined;
      wanted.signal.addEventListener("abort", () => stop.abort(wanted.signal.reason), { once: true });
      return taken;
    },
    close: () => {
      stop.abort();
      return client.close();
    },
  };
}

function firstRequest(read: InputReader): Omit<HttpRequest, "signal"> | undefined {
  const zone = read("zone").trim();
  const isOneRecord = isSet(read, "type") && isSet(read, "name") && !OTHER_WAYS.some((name) => isSet(read, name));
  if (!isOneRecord || !CANONICAL.test(zone) || !/^(?:false)?$/i.test(read("sandbox").trim())) return undefined;
  try {
    const baseUrl = parseApiUrl(read("api-url").trim() || DEFAULT_API_URL);
    return zoneLookUp({ baseUrl, token: parseToken(read("token")) }, zone);
  } catch {
    // What is wrong with them is told by the step itself, before any request.
    return undefined;
  }
}

function isSame(one: HttpRequest, other: Omit<HttpRequest, "signal">): boolean {
  return one.method === other.method && one.url === other.url && one.body === undefined;
}
