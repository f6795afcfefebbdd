// Starts a sandbox: the state, its journal, the API over HTTP and the name server, put together.
import type { Log } from "../core/ports.ts";
import { addToken, fullToken, setBalance } from "./accounts.ts";
import { feedBind } from "./bind/feed-bind.ts";
import { controlPages } from "./control/control-pages.ts";
import { ServedZones } from "./dns/served-zones.ts";
import { type NameServers, startNameServers } from "./dns/start-name-servers.ts";
import { API_PATH, startApiServer } from "./http/api-server.ts";
import { createFaultRules } from "./http/fault-rules.ts";
import { createRequestLimit } from "./http/request-limit.ts";
import { createRequestLog } from "./http/request-log.ts";
import type { Responder } from "./http/respond.ts";
import { openJournal } from "./journal/open-journal.ts";
import { isRdapPath, RDAP_PATH, rdapPage } from "./rdap/rdap-page.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { seedWorld } from "./seed.ts";
import { serveAll, serveEvent } from "./serve-zones.ts";
import { listening } from "./start-failure.ts";
import { DAY_MS } from "./state/domain-at.ts";
import { createStore, type Journal, memoryJournal, type Store } from "./state/store.ts";
import { World } from "./state/world.ts";

const ACTIVATE_AFTER_MS = 5 * 60_000;
const TRANSFER_AFTER_MS = 7 * DAY_MS;
const PAGE_SIZE = 100;
const HOST = "127.0.0.1";

const silent: Log = () => undefined;

type Closer = () => Promise<void>;

/**
 * Resolves once both servers answer; rejects with nothing left running.
 * @throws InputError `conflict` when a port or the folder is taken, VpsError `state_unavailable` when a folder is unusable
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const running: Closer[] = [];
  const close = closeOnce(running);
  try {
    return { ...(await startOn(options, running)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Puts what it starts in front of `running`, to be closed in that order. */
async function startOn(options: SandboxOptions, running: Closer[]): Promise<Omit<Sandbox, "close">> {
  const { clock, host = HOST, dnsPort = 0, log = silent } = options;
  const world = new World();
  const journal = options.data === undefined ? memoryJournal : await openJournal(options.data, world);
  running.unshift(() => journal.close());
  const token = await furnish(options, world, journal);
  const zones = new ServedZones({ clock });
  serveAll(zones, world);
  const store = createStore({
    world,
    journal,
    onZoneEvent: (event) => {
      serveEvent(zones, event);
      options.onZoneEvent?.(event);
    },
  });
  const lag = options.lagMs === undefined ? undefined : { delayMs: options.lagMs, clock };
  const nameServers = await listening(
    { field: "dns-port", port: dnsPort },
    startNameServers({ zones, port: dnsPort, host, log }, lag),
  );
  running.unshift(() => nameServers.close());
  if (options.bind !== undefined) {
    const feed = await feedBind(options.bind, { zones, clock, log });
    running.unshift(() => feed.close());
  }
  return startApi(options, { store, token, nameServers, running });
}

/** Closes newest first, each whatever becomes of the others, and not twice; the first failure is told. */
function closeOnce(running: readonly Closer[]): Closer {
  let closed: Promise<void> | undefined;
  const closeFrom = async (index: number): Promise<void> => {
    try {
      await running[index]?.();
    } finally {
      if (index < running.length) await closeFrom(index + 1);
    }
  };
  return () => (closed ??= closeFrom(0));
}

/** Sees to what must be there before anybody asks: the seed where nothing is kept yet, and the token, which ends it. */
async function furnish(options: SandboxOptions, world: World, journal: Journal): Promise<string> {
  const store = createStore({ world, journal, onZoneEvent: () => undefined });
  // The token comes last: a seed that a crash cut short is sown again.
  if (options.seed === true && world.tokens().length === 0) seedWorld(store, options.clock.now());
  const token = fullToken(store, options.token);
  await store.settled();
  return token;
}

interface Started {
  readonly store: Store;
  readonly token: string;
  readonly nameServers: NameServers;
  readonly running: Closer[];
}

async function startApi(options: SandboxOptions, started: Started): Promise<Omit<Sandbox, "close">> {
  const { store, token, nameServers, running } = started;
  const { clock, host = HOST, port = 0, log = silent } = options;
  const faults = createFaultRules(clock);
  const requests = createRequestLog();
  const control = controlPages({ store, faults });
  let origin = "";
  const rdap = rdapPage(store, { now: () => clock.now(), origin: () => origin });
  const starting = startApiServer({
    host,
    port,
    // The origin is known only after listening, when nothing has been asked yet.
    responder: responderOf(options, store, () => origin),
    faults,
    clock,
    log,
    record: (entry, bodyBytes) => requests.add(entry, bodyBytes),
    elsewhere: (request, path) => (isRdapPath(path) ? rdap(request, path) : control(request, path)),
  });
  const server = await listening({ field: "port", port }, starting);
  running.unshift(() => server.close());
  origin = `http://${authority(host, server.port)}`;
  return {
    url: `${origin}${API_PATH}`,
    rdap: `${origin}${RDAP_PATH}`,
    token,
    nameserver: authority(host, nameServers.port),
    ...(nameServers.laggingPort === undefined ? {} : { lagging: authority(host, nameServers.laggingPort) }),
    faults,
    requests: () => requests.all(),
    addToken: async (wanted) => {
      const secret = addToken(store, wanted);
      await store.settled();
      return secret;
    },
    setBalance: async (amount) => {
      setBalance(store, amount);
      await store.settled();
    },
  };
}

function responderOf(options: SandboxOptions, store: Store, origin: () => string): Responder {
  return {
    store,
    now: () => options.clock.now(),
    limit: options.requestLimit === undefined ? () => undefined : createRequestLimit(options.requestLimit),
    settings: {
      activateAfterMs: options.activateAfterMs ?? ACTIVATE_AFTER_MS,
      transferAfterMs: options.transferAfterMs ?? TRANSFER_AFTER_MS,
      lists: options.lists ?? "array",
      pageSize: options.pageSize ?? PAGE_SIZE,
      nextLinks: options.nextLinks ?? "absolute",
      get origin() {
        return origin();
      },
    },
  };
}

function authority(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
