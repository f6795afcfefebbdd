// Who is let in, decided from the head of a request alone, before a byte of its body is read. Pure.
// Foreign Host and Origin headers are how a web page reaches a server on its reader's machine (DNS rebinding).
import { isIP } from "node:net";
import { localhostAllowedHostnames, localhostAllowedOrigins, validateOriginHeader } from "@modelcontextprotocol/server";

export interface RequestHead {
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly authorization: string | undefined;
}

export interface Door {
  /** Names that it also goes by, behind a proxy that keeps the client's `Host`. */
  readonly names?: readonly string[];
  /** The host that the server was told to listen on, as it was given. */
  readonly host: string;
  readonly isBearer: (authorization: string | undefined) => boolean;
}

/** An answer in place of the one that was asked for; without a message it has no body. */
export interface HeadRefusal {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const POST_ONLY = { Allow: "POST" };
const LOOPBACK: ReadonlySet<string> = new Set([...localhostAllowedHostnames(), "::1"]);

/** Undefined for a request that may go on to the protocol. */
export function refuseHead(
  { method, target, host, origin, authorization }: RequestHead,
  door: Door,
): HeadRefusal | undefined {
  const [path] = target.split("?");
  if (path === "/healthz") return method === "GET" || method === "HEAD" ? { status: 200 } : { status: 405 };
  if (!isOwnHost(host, door)) return { status: 403, message: "This server does not go by that Host." };
  if (!validateOriginHeader(origin, localhostAllowedOrigins()).ok) {
    return { status: 403, message: "Pages of that Origin may not call this server." };
  }
  if (path !== "/mcp") return { status: 404, message: "MCP is at /mcp." };
  if (method !== "POST") return { status: 405, message: "MCP is asked with POST here.", headers: POST_ONLY };
  if (door.isBearer(authorization)) return undefined;
  const challenge = authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
  return {
    status: 401,
    message: "Send the server's bearer: Authorization: Bearer followed by VPS_HTTP_TOKEN.",
    headers: { "WWW-Authenticate": challenge },
  };
}

/** Whether `host` (as `--http` takes it) is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || (isIP(host) === 4 && host.startsWith("127."));
}

function isOwnHost(header: string | undefined, { host, names = [] }: Door): boolean {
  const name = hostname(header);
  if (name === undefined) return false;
  if (LOOPBACK.has(name) || [host, ...names].some((own) => own.toLowerCase() === name)) return true;
  // Rebinding takes a name. Whoever listens beyond loopback is reached by addresses that it cannot know, behind NAT.
  return !isLoopback(host) && isIP(name) !== 0;
}

function hostname(header: string | undefined): string | undefined {
  if (header === undefined || !URL.canParse(`http://${header}`)) return undefined;
  const url = new URL(`http://${header}`);
  if (url.pathname !== "/" || url.username !== "" || url.search !== "" || url.hash !== "") return undefined;
  return url.hostname.replace(/^\[|\]$/g, "");
}
