// From settings to a session: the token read, the embedded sandbox started when asked for, the API client chosen.
import type { Ladder } from "../core/confirmation-ladder.ts";
import type { Log } from "../core/ports.ts";
import type { Session } from "../core/session.ts";
import type { Wire } from "../core/wire/wire.ts";
import { systemClock } from "../platform/system-clock.ts";
import { tokenFromFile } from "./api-token.ts";
import { type OpenState, openState } from "./open-state.ts";
import { type ProcessLog, processLog } from "./process-log.ts";
import type { Settings } from "./settings.ts";

// The page says five to ten minutes; nobody waits that long to see an emulation.
const EMBEDDED_ACTIVATE_AFTER_MS = 5_000;
// So that waiting for resolvers can be watched.
const EMBEDDED_LAG_MS = 2_000;

/** A session and what was started for it. */
export interface OpenSession {
  readonly session: Session;
  /** The confirmation ladder that every call climbs. */
  readonly ladder: Ladder;
  readonly log: Log;
  /** Where the embedded sandbox answers, when there is one. */
  readonly sandbox: { readonly url: string; readonly nameserver: string } | undefined;
  close(): Promise<void>;
}

/** Opens what `settings` describe; everything heavy is loaded here and not before. */
export async function openSession(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  told: ProcessLog = processLog(settings.logLevel),
): Promise<OpenSession> {
  const closers: Closer[] = [];
  try {
    const sandbox = settings.sandbox === false ? undefined : await startEmbedded(settings.sandbox.dir);
    if (sandbox !== undefined) closers.unshift(() => sandbox.close());
    const state = await openState(settings, env);
    closers.unshift(() => state.close());
    const opened = await openOn({ sandbox, state, told }, settings, env);
    closers.unshift(() => opened.session.close());
    return {
      ...opened,
      sandbox: sandbox === undefined ? undefined : { url: sandbox.url, nameserver: sandbox.nameserver },
      close: () => closeAll(closers),
    };
  } catch (error) {
    // The sandbox's servers would keep the process alive.
    await closeAll(closers);
    throw error;
  }
}

interface Ground {
  readonly sandbox: Awaited<ReturnType<typeof startEmbedded>> | undefined;
  readonly state: OpenState;
  readonly told: ProcessLog;
}

async function openOn(
  { sandbox, state, told: { log, hide } }: Ground,
  settings: Settings,
  env: NodeJS.ProcessEnv,
): Promise<Pick<OpenSession, "session" | "ladder" | "log">> {
  const token = sandbox?.token ?? settings.token ?? (await tokenFromFile(settings.tokenFile));
  const [
    { createSession },
    { undiciClient },
    { confirmationLadder },
    { parseApiUrl, parseToken },
    { DEFAULT_RDAP_URL, parseRdapUrl },
    wire,
  ] = await Promise.all([
    import("../core/session.ts"),
    import("../core/api/undici-client.ts"),
    import("../core/confirmation-ladder.ts"),
    import("../core/api/settings.ts"),
    import("../core/rdap/rdap-url.ts"),
    openWire(sandbox, settings),
  ]);
  if (token !== undefined) hide(token);
  const ladder = { mode: settings.confirm, tokens: state.tokens, clock: systemClock };
  const session = createSession({
    http: undiciClient(proxies(env)),
    apiUrl: sandbox?.url ?? parseApiUrl(settings.apiUrl),
    token: token === undefined ? undefined : parseToken(token),
    policy: {
      zones: settings.zones,
      allowPurchases: settings.allowPurchases,
      concurrency: settings.concurrency,
    },
    // A call that can reach a person brings its own.
    confirmation: confirmationLadder(ladder),
    journal: state.journal,
    plans: state.plans,
    rdapUrl: parseRdapUrl(settings.rdapUrl ?? sandbox?.rdap ?? DEFAULT_RDAP_URL),
    wire,
    clock: systemClock,
    log,
  });
  return { session, ladder, log };
}

type Closer = () => Promise<unknown>;

/** Closes one after the other, each whatever becomes of those before it; the first failure is told. */
async function closeAll(closers: readonly Closer[]): Promise<void> {
  const [first, ...rest] = closers;
  if (first === undefined) return;
  try {
    await first();
  } finally {
    await closeAll(rest);
  }
}

async function startEmbedded(dir: string | undefined) {
  const { startSandbox } = await import("../sandbox/start.ts");
  return startSandbox({
    clock: systemClock,
    seed: true,
    activateAfterMs: EMBEDDED_ACTIVATE_AFTER_MS,
    lagMs: EMBEDDED_LAG_MS,
    ...(dir === undefined ? {} : { data: dir }),
  });
}

async function openWire(sandbox: Ground["sandbox"], settings: Settings): Promise<Wire> {
  const { sandboxWire, wireOf } = await import("../platform/wire/named-wires.ts");
  return sandbox === undefined ? wireOf(settings) : sandboxWire(sandbox);
}

function proxies(env: NodeJS.ProcessEnv) {
  const read = (name: string) => env[name.toLowerCase()] ?? env[name];
  return { httpProxy: read("HTTP_PROXY"), httpsProxy: read("HTTPS_PROXY"), noProxy: read("NO_PROXY") };
}
