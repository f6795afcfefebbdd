// The flags and their environment twins, one row each; the README's table is made from these rows.

/** How a flag's text becomes a value. `optional` is a switch that may carry a value (`--sandbox`, `--sandbox=DIR`). */
export type FlagKind = "switch" | "text" | "list" | "integer" | "optional";

export interface Flag {
  /** Without the two dashes; empty for what only the environment sets. */
  readonly flag: string;
  readonly env: string;
  readonly kind: FlagKind;
  /** What stands behind the flag in help and in the README: `PATH`, `a,b`. */
  readonly operand?: string;
  /** As people read it; the value itself is applied in settings.ts. */
  readonly default: string;
  /** A variable of another setting that this flag beats when it stands on the command line, not as its own variable. */
  readonly beats?: string;
  readonly meaning: string;
}

/** Flags of `vps-dns mcp` and `vps-dns call` (product page §2). */
export const SESSION_FLAGS = [
  {
    flag: "",
    env: "VPS_API_TOKEN",
    kind: "text",
    default: "",
    meaning: "API token, `vps_…`. The server starts and lists its tools without one; calls then say what to set",
  },
  {
    flag: "token-file",
    env: "VPS_API_TOKEN_FILE",
    kind: "text",
    operand: "PATH",
    default: "",
    beats: "VPS_API_TOKEN",
    meaning: "token from a file; the flag beats `VPS_API_TOKEN`, which beats `VPS_API_TOKEN_FILE`",
  },
  {
    flag: "api-url",
    env: "VPS_API_URL",
    kind: "text",
    operand: "URL",
    default: "`https://admin.vps.org/api/v1`",
    meaning: "the API; https only, but for loopback",
  },
  {
    flag: "sandbox",
    env: "VPS_SANDBOX",
    kind: "optional",
    operand: "[=DIR]",
    default: "off",
    meaning: "start the embedded sandbox and use it: seeded and in memory, or kept in DIR",
  },
  {
    flag: "log-level",
    env: "VPS_LOG_LEVEL",
    kind: "text",
    operand: "L",
    default: "`warn`",
    meaning: "`error`, `warn`, `info` or `debug`; one JSON line each on stderr, secrets redacted",
  },
  {
    flag: "zone",
    env: "VPS_ZONES",
    kind: "list",
    operand: "NAME",
    default: "all",
    meaning: "allow-list (repeatable): every other zone and domain is refused, reads included",
  },
  {
    flag: "allow-purchases",
    env: "VPS_ALLOW_PURCHASES",
    kind: "switch",
    default: "off",
    meaning: "lets `register_domain` and `transfer_domain` spend money",
  },
  {
    flag: "confirm",
    env: "VPS_CONFIRM",
    kind: "text",
    operand: "MODE",
    default: "`ask`",
    meaning:
      "before a zone is destroyed or a domain bought: `ask` the person (a preview and a token where that cannot be), always the `token`, or `off` for scripts",
  },
  {
    flag: "state-dir",
    env: "VPS_STATE_DIR",
    kind: "text",
    operand: "DIR",
    default: "the platform's state folder",
    meaning: "change journal, saved plans, confirmation tokens; the sandbox keeps its own apart",
  },
  {
    flag: "nameserver",
    env: "VPS_NAMESERVERS",
    kind: "list",
    operand: "HOST[:PORT]",
    default: "found by DNS, else `ns1.vps.org`, `ns2.vps.org`",
    meaning: "authoritative servers to ask (repeatable); the sandbox's own with `--sandbox`",
  },
  {
    flag: "resolver",
    env: "VPS_RESOLVERS",
    kind: "list",
    operand: "HOST[:PORT]",
    default: "`1.1.1.1`, `8.8.8.8`, `9.9.9.9`",
    meaning: "public resolvers to ask (repeatable); the sandbox's own with `--sandbox`",
  },
  {
    flag: "rdap-url",
    env: "VPS_RDAP_URL",
    kind: "text",
    operand: "URL",
    default: "`https://rdap.org`",
    meaning: "availability look-ups at `/domain/NAME`; https only, but for loopback",
  },
  {
    flag: "concurrency",
    env: "VPS_CONCURRENCY",
    kind: "integer",
    operand: "N",
    default: "8",
    meaning: "API requests in flight",
  },
] as const satisfies readonly Flag[];

/** A flag of `vps-dns mcp`, `call` and `acme`. */
export const READ_ONLY = {
  flag: "read-only",
  env: "VPS_READ_ONLY",
  kind: "switch",
  default: "off",
  meaning: "only tools that change nothing exist",
} as const satisfies Flag;

/** Flags of `vps-dns mcp`: which tools exist. */
export const TOOL_FLAGS = [
  READ_ONLY,
  {
    flag: "toolsets",
    env: "VPS_TOOLSETS",
    kind: "list",
    operand: "a,b",
    default: "all",
    meaning: "of `zones`, `records`, `changes`, `domains`, `checks`",
  },
  {
    flag: "tools",
    env: "VPS_TOOLS",
    kind: "list",
    operand: "a,b",
    default: "",
    meaning: "single tools added to the sets; alone: just those",
  },
  {
    flag: "exclude-tools",
    env: "VPS_EXCLUDE_TOOLS",
    kind: "list",
    operand: "a,b",
    default: "",
    meaning: "tools taken away; beats adding, and `--read-only` beats all",
  },
] as const satisfies readonly Flag[];

/** Flags of `vps-dns sandbox`. */
export const SANDBOX_FLAGS = [
  {
    flag: "port",
    env: "VPS_SANDBOX_PORT",
    kind: "integer",
    operand: "N",
    default: "any free one",
    meaning: "HTTP port on 127.0.0.1",
  },
  {
    flag: "dns-port",
    env: "VPS_SANDBOX_DNS_PORT",
    kind: "integer",
    operand: "N",
    default: "any free one",
    meaning: "name server's port on 127.0.0.1, UDP and TCP",
  },
  {
    flag: "data",
    env: "VPS_SANDBOX_DATA",
    kind: "text",
    operand: "DIR",
    default: "in memory",
    meaning: "keeps the account across restarts, `kill -9` included",
  },
  {
    flag: "bind",
    env: "VPS_SANDBOX_BIND",
    kind: "text",
    operand: "DIR",
    default: "off",
    meaning: "keeps a BIND zone file per zone in DIR, and `named.conf.zones` that lists them",
  },
  {
    flag: "reload",
    env: "VPS_SANDBOX_RELOAD",
    kind: "text",
    operand: "CMD",
    default: "none",
    meaning: "run in the shell after the files of `--bind` have changed, such as `rndc reload`",
  },
  {
    flag: "activate-after",
    env: "VPS_SANDBOX_ACTIVATE_AFTER",
    kind: "integer",
    operand: "S",
    default: "300",
    meaning: "seconds until a registered domain turns from pending to active",
  },
  {
    flag: "lag",
    env: "VPS_SANDBOX_LAG",
    kind: "integer",
    operand: "S",
    default: "off",
    meaning: "starts a second name server that is S seconds behind, to rehearse waiting",
  },
] as const satisfies readonly Flag[];
