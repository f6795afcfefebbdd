// Asks RDAP servers over HTTP (RFC 7480): redirects followed by hand, bodies bounded, and every doubt told as one.
import { BodyTooLarge, discardBody, readBody } from "../api/body.ts";
import { startDeadline } from "../api/deadline.ts";
import type { HttpClient, HttpResponse } from "../api/http.ts";
import { NetworkError } from "../errors.ts";
import type { Log } from "../ports.ts";
import { VERSION } from "../../version.ts";
import type { Rdap, RdapAnswer } from "./rdap.ts";
import { redirectTarget } from "./rdap-url.ts";
import { readRegistration } from "./read-registration.ts";

const REDIRECTS_MAX = 5;
const TIMEOUT_MS = 15_000;
/** Registries with every contact spelled out come to some 30 kB. */
const BODY_MAX_BYTES = 1024 * 1024;

/**
 * Hosts that hold no registrations and only know who does: when such a one itself finds nothing, it knows no server
 * for the top-level domain, and the name may well be taken.
 */
const POINTERS: ReadonlySet<string> = new Set([
  "rdap.org",
  "www.rdap.org",
  "rdap.net",
  "www.rdap.net",
  "rdap-bootstrap.arin.net",
]);

export interface RdapOptions {
  readonly http: HttpClient;
  /** As parseRdapUrl gives it. */
  readonly baseUrl: string;
  readonly log: Log;
  /** For all redirects together. */
  readonly timeoutMs?: number;
  /** Host names of servers that only know who knows; the public ones when left out. */
  readonly pointers?: ReadonlySet<string>;
}

export function createRdap(options: RdapOptions): Rdap {
  const { http, baseUrl, log, timeoutMs = TIMEOUT_MS, pointers = POINTERS } = options;
  return {
    lookUp: async (domain, signal) => {
      const deadline = startDeadline(timeoutMs, signal);
      try {
        const asking = { http, pointers, signal: deadline.signal };
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

type Asking = Required<Pick<RdapOptions, "http" | "pointers">> & { readonly signal: AbortSignal };

async function follow(start: URL, domain: string, { http, pointers, signal }: Asking): Promise<RdapAnswer> {
  let url = start;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const response = await http.send({ method: "GET", url: url.href, headers: HEADERS, signal });
    if (response.status === 404 && pointers.has(url.hostname)) return unguided(response);
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

async function unguided(response: HttpResponse): Promise<RdapAnswer> {
  await discardBody(response);
  return unknown("no RDAP server is known for its top-level domain");
}

async function answerOf(response: HttpResponse, domain: string): Promise<RdapAnswer> {
  const { status } = response;
  if (status === 200) {
    const registration = readRegistration(await readJson(response), domain);
    return registration === undefined
      ? unknown("its RDAP server answered something else than a registration")
      : { kind: "registered", ...registration };
  }
  if (status === 404) return (await isPage(response)) ? unknown("no RDAP server answers there") : { kind: "not_found" };
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
