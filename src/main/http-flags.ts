// The flags of what listens for HTTP clients.
import type { Flag } from "./flags.ts";

/** The secret that HTTP clients of this program send. */
export const HTTP_TOKEN = {
  flag: "",
  env: "VPS_HTTP_TOKEN",
  kind: "text",
  default: "random, told on stderr",
  meaning: "the bearer that HTTP clients must send; never the VPS.org token",
} as const satisfies Flag;

/** What else the server is called, behind a proxy that keeps the client's `Host`. */
export const HTTP_HOSTS = {
  flag: "",
  env: "VPS_HTTP_HOSTS",
  kind: "list",
  default: "",
  meaning:
    "names that clients may call the server by, beside loopback and the host of `--http`; any other `Host` is refused",
} as const satisfies Flag;

/** Flags of `vps-dns mcp` over HTTP. */
export const HTTP_FLAGS = [
  {
    flag: "http",
    env: "VPS_HTTP",
    kind: "text",
    operand: "[HOST:]PORT",
    default: "off (stdio)",
    meaning: "Streamable HTTP at `/mcp`, on 127.0.0.1 unless a host is named",
  },
  HTTP_TOKEN,
  HTTP_HOSTS,
] as const satisfies readonly Flag[];
