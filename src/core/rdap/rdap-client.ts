// Asks RDAP servers over HTTP (RFC 7480): redirects followed by hand, bodies bounded, and every doubt told as one.
import { BodyTooLarge, discardBody, readBody } from "../api/body.ts";
import { startDeadline } from "../api/deadline.ts";
import type { HttpClient, HttpResponse } from "../api/http.ts";
import { NetworkError } from "../errors.ts";
import type { Clock, Log } from "../ports.ts";
import { VERSION } from "../../version.ts";
import type { Rdap, RdapAnswer } from "./rdap.ts";
import { redirectTarget } from "./rdap-url.ts";
import { readRegistration } from "./read-registration.ts";
import { isBelow, readRegistryList, type RegistryList, registryListUrl, registryServers } from "./registries.ts";

const REDIRECTS_MAX = 5;
const TIMEOUT_MS = 15_000;
/** Registries with every contact spelled out come to some 30 kB. */
const BODY_MAX_BYTES = 1024 * 1024;

/** Registries come and go seldom, and IANA asks not to be asked each time (RFC 9224 §8). */
const LIST_KEPT_MS = 24 * 60 * 60 * 1000;

/** What look-ups are made with. */
export interface RdapOptions {
  readonly http: HttpClient;
  /** As parseRdapUrl gives it. */
  readonly baseUrl: string;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  /** For all requests of a look-up together. */
  readonly timeoutMs?: number;
}

/** Look-ups of registration data; nothing is asked before the first. */
export function createRdap(options: RdapOptions): Rdap {
  const { http, baseUrl, log, timeoutMs = TIMEOUT_MS } = options;
  const registries = keptRegistries(options);
  return {
    lookUp: async (domain, signal) => {
      const deadline = startDeadline(timeoutMs, signal);
      try {
        const asking = { http, registries, signal: deadline.signal };
        return await follow(new URL(`${baseUrl}/domain/${domain}`), domain, asking);
      } catch (error) {
        if (signal.aborted) throw new NetworkError("cancelled", "The look-up was stopped before an answer came.");
        if (deadline.expired()) return unknown(`no answer came within ${timeoutMs / 1000} seconds`);
        log("debug", "RDAP look-up failed", { cause: String(error) });
        return unknown("the RDAP server could not be reached");
      } finally {
        deadline.clear();
      }
    },
  };
}

interface Asking {
  readonly http: HttpClient;
  readonly registries: (signal: AbortSignal) => Promise<RegistryList | undefined>;
  readonly signal: AbortSignal;
}

/** The list of registries, fetched when it is first needed; undefined where it cannot be had. */
function keptRegistries({ http, baseUrl, clock, log }: RdapOptions): Asking["registries"] {
  const url = registryListUrl(baseUrl);
  let kept: { readonly list: RegistryList; readonly until: number } | undefined;
  return async (signal) => {
    if (kept !== undefined && clock.now() < kept.until) return kept.list;
    try {
      const response = await http.send({ method: "GET", url, headers: HEADERS, signal });
      const list = readRegistryList(await readJson(response));
      if (list !== undefined) kept = { list, until: clock.now() + LIST_KEPT_MS };
      return list;
    } catch (error) {
      if (signal.aborted) throw error;
      log("debug", "the list of RDAP servers could not be had", { cause: String(error) });
      return undefined;
    }
  };
}

async function follow(start: URL, domain: string, asking: Asking): Promise<RdapAnswer> {
  const { http, signal } = asking;
  const asked = [start];
  for (let url = start; asked.length <= REDIRECTS_MAX + 1; asked.push(url)) {
    const response = await http.send({ method: "GET", url: url.href, headers: HEADERS, signal });
    if (response.status === 404) return notFound(response, { domain, asked }, asking);
    if (response.status < 300 || response.status >= 400) return answerOf(response, domain);
    await discardBody(response);
    const next = redirectTarget(url, response.header("location"));
    if (next === undefined)
      return unknown("its RDAP server redirects to where nothing is asked: https alone is followed");
    url = next;
  }
  return unknown(`its RDAP servers redirect more than ${REDIRECTS_MAX} times`);
}

const HEADERS = {
  accept: "application/rdap+json, application/json;q=0.9",
  // Not compressed: the bound on a body is then a bound on memory.
  "accept-encoding": "identity",
  "user-agent": `vps-dns/${VERSION}`,
} as const;

/** Free only by the word of the registry's own server, or of one that it sends us to (RFC 7480 §5.2). */
async function notFound(
  response: HttpResponse,
  { domain, asked }: { readonly domain: string; readonly asked: readonly URL[] },
  { registries, signal }: Asking,
): Promise<RdapAnswer> {
  if (await isPage(response)) return unknown("no RDAP server answers there");
  const list = await registries(signal);
  if (list === undefined) return unknown("which RDAP server is its registry's own could not be found out");
  const servers = registryServers(list, domain);
  if (servers.length === 0) return unknown("no RDAP server is known for its top-level domain");
  return asked.some((url) => isBelow(url, servers))
    ? { kind: "not_found" }
    : unknown("a server does not know it that is not its registry's own");
}

async function answerOf(response: HttpResponse, domain: string): Promise<RdapAnswer> {
  const { status } = response;
  if (status === 200) {
    const registration = readRegistration(await readJson(response), domain);
    return registration === undefined
      ? unknown("its RDAP server answered something else than a registration")
      : { kind: "registered", ...registration };
  }
  await discardBody(response);
  if (status === 429) return unknown("its RDAP server takes no more questions for now: try later");
  return unknown(`its RDAP server answered ${status}`);
}

// A web page that is not there says nothing of a domain: the base URL may be wrong. An empty body is allowed (RFC 7480 §5.3).
async function isPage(response: HttpResponse): Promise<boolean> {
  const isHtml = /html/i.test(response.header("content-type") ?? "");
  await discardBody(response);
  return isHtml;
}

async function readJson(response: HttpResponse): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await readBody(response, BODY_MAX_BYTES)));
  } catch (error) {
    if (error instanceof BodyTooLarge || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unknown(reason: string): RdapAnswer {
  return { kind: "unknown", reason };
}
