// Registration data of the sandbox's own world, as an RDAP server would give it (RFC 9083): `/rdap/domain/NAME`, open to
// all as RDAP is; and `/rdap/dns.json`, as IANA lists such servers: it is the registry of the page's top-level domains.
import type { IncomingMessage } from "node:http";
import { json, type Reply } from "../api/reply.ts";
import { Refusal } from "../api/refusal.ts";
import { isTaken } from "../api/taken-names.ts";
import { LISTED_TLDS } from "../prices.ts";
import { domainAt } from "../state/domain-at.ts";
import type { Store } from "../state/store.ts";

/** The base URL's path. */
export const RDAP_PATH = "/rdap";
const DOMAIN_PATH = `${RDAP_PATH}/domain/`;
const LIST_PATH = `${RDAP_PATH}/dns.json`;
const CONFORMANCE = ["rdap_level_0"];
const HEADERS = { "content-type": "application/rdap+json" };
const ELSEWHERE = "Somebody Else's Registrar";

/** Whether a path asks for registration data. */
export function isRdapPath(path: string): boolean {
  return path.startsWith(`${RDAP_PATH}/`);
}

interface Surroundings {
  readonly now: () => number;
  /** Where the server listens, `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
}

/** @throws Refusal 405 */
export function rdapPage({ world }: Pick<Store, "world">, { now, origin }: Surroundings) {
  return ({ method }: Pick<IncomingMessage, "method">, path: string): Promise<Reply> => {
    if (method !== "GET") throw new Refusal(405, "Method not allowed.", { headers: { allow: "GET" } });
    if (path === LIST_PATH) return Promise.resolve(registryList(`${origin()}${RDAP_PATH}/`));
    const name = decoded(path.slice(DOMAIN_PATH.length)).toLowerCase();
    const held = path.startsWith(DOMAIN_PATH) ? world.domainNamed(name) : undefined;
    if (held !== undefined) {
      const { registrar, expiresAt } = domainAt(held, now());
      return Promise.resolve(registration(name, registrar, new Date(expiresAt).toISOString()));
    }
    return Promise.resolve(isTaken(name) ? registration(name, ELSEWHERE) : nothing());
  };
}

/** RFC 9224 §3. */
function registryList(server: string): Reply {
  return json(200, { version: "1.0", publication: "2026-01-01T00:00:00Z", services: [[LISTED_TLDS, [server]]] });
}

function registration(name: string, registrar: string, expiresAt?: string): Reply {
  const jCard = [
    ["version", {}, "text", "4.0"],
    ["fn", {}, "text", registrar],
  ];
  return json(
    200,
    {
      rdapConformance: CONFORMANCE,
      objectClassName: "domain",
      ldhName: name,
      entities: [{ objectClassName: "entity", roles: ["registrar"], vcardArray: ["vcard", jCard] }],
      events: expiresAt === undefined ? [] : [{ eventAction: "expiration", eventDate: expiresAt }],
    },
    HEADERS,
  );
}

function nothing(): Reply {
  return json(404, { rdapConformance: CONFORMANCE, errorCode: 404, title: "Not Found" }, HEADERS);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
