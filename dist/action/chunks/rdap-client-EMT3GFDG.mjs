import {
  BodyTooLarge,
  discardBody,
  readBody,
  startDeadline
} from "./chunk-A6JPKSWM.mjs";
import {
  redirectTarget
} from "./chunk-F4OAOSUA.mjs";
import {
  untrustedText
} from "./chunk-4V6ORLQ5.mjs";
import {
  _catch,
  array,
  literal,
  looseObject,
  object,
  optional,
  string,
  tuple,
  unknown
} from "./chunk-FKNTS2GN.mjs";
import {
  VERSION
} from "./chunk-QCLMO5ZQ.mjs";
import {
  isLoopback
} from "./chunk-JVENEMRX.mjs";
import {
  parentOf
} from "./chunk-2GJFCLDB.mjs";
import {
  NetworkError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/rdap/read-registration.ts
var NAME_MAX_LENGTH = 120;
var property = tuple([string(), unknown(), unknown(), unknown()], unknown());
var jCard = tuple([literal("vcard"), array(property)]);
var entity = looseObject({
  roles: _catch(array(string()), []),
  vcardArray: _catch(optional(jCard), void 0)
});
var event = looseObject({ eventAction: string(), eventDate: string() });
var domainObject = looseObject({
  objectClassName: literal("domain"),
  ldhName: _catch(optional(string()), void 0),
  entities: _catch(array(unknown()), []),
  events: _catch(array(unknown()), [])
});
function readRegistration(body, domain) {
  const parsed = domainObject.safeParse(body);
  if (!parsed.success) return void 0;
  const { ldhName, entities, events } = parsed.data;
  if (ldhName !== void 0 && ldhName.toLowerCase().replace(/\.$/, "") !== domain) return void 0;
  const registrar = entities.map(registrarName).find((name) => name !== void 0);
  const expiresAt = events.map(expiry).find((date) => date !== void 0);
  return {
    ...registrar === void 0 ? {} : { registrar },
    ...expiresAt === void 0 ? {} : { expiresAt }
  };
}
function registrarName(value) {
  const { data } = entity.safeParse(value);
  if (data?.vcardArray === void 0 || !data.roles.includes("registrar")) return void 0;
  const [, properties] = data.vcardArray;
  const name = ["fn", "org"].map((wanted) => properties.find(([called]) => called === wanted)?.[3]).find((text) => typeof text === "string" && text.trim() !== "");
  return typeof name === "string" ? untrustedText(name, [], NAME_MAX_LENGTH) : void 0;
}
function expiry(value) {
  const { data } = event.safeParse(value);
  if (data?.eventAction !== "expiration") return void 0;
  const time = Date.parse(data.eventDate);
  return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}

// src/core/rdap/registries.ts
var IANA_LIST = "https://data.iana.org/rdap/dns.json";
var registryList = object({
  services: array(tuple([array(string()), array(string())], unknown()))
});
function registryListUrl(baseUrl) {
  return isLoopback(new URL(baseUrl).hostname) ? `${baseUrl}/dns.json` : IANA_LIST;
}
function readRegistryList(body) {
  return registryList.safeParse(body).data;
}
function registryServers({ services }, domain) {
  for (let name = parentOf(domain); name !== ""; name = parentOf(name)) {
    const urls = services.flatMap(([names, bases]) => names.some((one) => one.toLowerCase() === name) ? bases : []);
    if (urls.length > 0) return urls;
  }
  return [];
}
function isBelow({ host, pathname }, bases) {
  return bases.some((text) => {
    if (!URL.canParse(text)) return false;
    const base = new URL(text);
    return host === base.host && pathname.startsWith(base.pathname.replace(/\/*$/, "/"));
  });
}

// src/core/rdap/rdap-client.ts
var REDIRECTS_MAX = 5;
var TIMEOUT_MS = 15e3;
var BODY_MAX_BYTES = 1024 * 1024;
var LIST_KEPT_MS = 24 * 60 * 60 * 1e3;
function createRdap(options) {
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
        if (deadline.expired()) return unknown2(`no answer came within ${timeoutMs / 1e3} seconds`);
        log("debug", "RDAP look-up failed", { cause: String(error) });
        return unknown2("the RDAP server could not be reached");
      } finally {
        deadline.clear();
      }
    }
  };
}
function keptRegistries({ http, baseUrl, clock, log }) {
  const url = registryListUrl(baseUrl);
  let kept;
  return async (signal) => {
    if (kept !== void 0 && clock.now() < kept.until) return kept.list;
    try {
      const response = await http.send({ method: "GET", url, headers: HEADERS, signal });
      const list = readRegistryList(await readJson(response));
      if (list !== void 0) kept = { list, until: clock.now() + LIST_KEPT_MS };
      return list;
    } catch (error) {
      if (signal.aborted) throw error;
      log("debug", "the list of RDAP servers could not be had", { cause: String(error) });
      return void 0;
    }
  };
}
async function follow(start, domain, asking) {
  const { http, signal } = asking;
  const asked = [start];
  for (let url = start; asked.length <= REDIRECTS_MAX + 1; asked.push(url)) {
    const response = await http.send({ method: "GET", url: url.href, headers: HEADERS, signal });
    if (response.status === 404) return notFound(response, { domain, asked }, asking);
    if (response.status < 300 || response.status >= 400) return answerOf(response, domain);
    await discardBody(response);
    const next = redirectTarget(url, response.header("location"));
    if (next === void 0)
      return unknown2("its RDAP server redirects to where nothing is asked: https alone is followed");
    url = next;
  }
  return unknown2(`its RDAP servers redirect more than ${REDIRECTS_MAX} times`);
}
var HEADERS = {
  accept: "application/rdap+json, application/json;q=0.9",
  // Not compressed: the bound on a body is then a bound on memory.
  "accept-encoding": "identity",
  "user-agent": `vps-dns/${VERSION}`
};
async function notFound(response, { domain, asked }, { registries, signal }) {
  if (await isPage(response)) return unknown2("no RDAP server answers there");
  const list = await registries(signal);
  if (list === void 0) return unknown2("which RDAP server is its registry's own could not be found out");
  const servers = registryServers(list, domain);
  if (servers.length === 0) return unknown2("no RDAP server is known for its top-level domain");
  return asked.some((url) => isBelow(url, servers)) ? { kind: "not_found" } : unknown2("a server does not know it that is not its registry's own");
}
async function answerOf(response, domain) {
  const { status } = response;
  if (status === 200) {
    const registration = readRegistration(await readJson(response), domain);
    return registration === void 0 ? unknown2("its RDAP server answered something else than a registration") : { kind: "registered", ...registration };
  }
  await discardBody(response);
  if (status === 429) return unknown2("its RDAP server takes no more questions for now: try later");
  return unknown2(`its RDAP server answered ${status}`);
}
async function isPage(response) {
  const isHtml = /html/i.test(response.header("content-type") ?? "");
  await discardBody(response);
  return isHtml;
}
async function readJson(response) {
  try {
    return JSON.parse(new TextDecoder().decode(await readBody(response, BODY_MAX_BYTES)));
  } catch (error) {
    if (error instanceof BodyTooLarge || error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function unknown2(reason) {
  return { kind: "unknown", reason };
}
export {
  createRdap
};
