// Waiting, after a purchase, until the domain is no longer pending.
import type { Domain } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { VpsError } from "../../errors.ts";
import { plainText } from "../../text/plain-text.ts";
import type { Propagation } from "../shapes/propagation.ts";
import { cancelledWaiting, DEFAULT_TIMEOUT_SECONDS, type WaitInput } from "./wait-for.ts";

const PENDING = "pending";
const ACTIVE = "active";
const FIRST_PAUSE_MS = 1_000;
const PAUSE_MAX_MS = 15_000;
const PAUSE_GROWTH = 1.5;

/** A registration, and the journal's id of its purchase. */
export interface Bought {
  readonly domain: Domain;
  readonly change: string | undefined;
}

/** What the waiting came to; empty where none was asked for. */
export interface DomainWaited {
  /** As it was seen last, when it was looked at. */
  readonly domain?: Domain;
  /** `propagated` is whether it is active; no name server is asked. */
  readonly propagation?: Propagation;
}

/**
 * Looks at the domain until it is active, or anything but pending, or the time is up.
 * @throws NetworkError cancelled, naming the change
 */
export async function waitForDomain(
  context: Context,
  { domain, change }: Bought,
  { wait = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }: WaitInput,
): Promise<DomainWaited> {
  if (wait === "none") return {};
  try {
    const seen = await watch(context, domain, timeout);
    return { domain: seen, propagation: reportOf(seen, timeout) };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw cancelledWaiting(change, error);
  }
}

async function watch(context: Context, bought: Domain, timeout: number): Promise<Domain> {
  const { api, clock, signal, progress } = context;
  const started = clock.now();
  let seen = bought;
  for (let pause = FIRST_PAUSE_MS; seen.status === PENDING; pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    const spent = clock.now() - started;
    const left = timeout * 1000 - spent;
    if (left <= 0) break;
    progress(Math.round(spent / 1000), timeout, `${bought.domain} is pending`);
    await clock.sleep(Math.min(pause, left), signal);
    seen = await api.domains.get(bought.id).catch((error: unknown) => lastSeen(context, seen, error));
  }
  return seen;
}

// The domain is bought: that it cannot be looked at for a while must not hide this.
function lastSeen({ signal, log }: Context, seen: Domain, error: unknown): Domain {
  if (signal.aborted || !(error instanceof VpsError)) throw error;
  log("warn", "the domain could not be looked at; trying again", { code: error.code });
  return seen;
}

function reportOf({ domain, status }: Domain, timeout: number): Propagation {
  if (status === ACTIVE) return { propagated: true, servers: [] };
  const note =
    status === PENDING
      ? `${domain} is still pending after ${timeout} s; get_domain shows when it is active.`
      : `${domain} is ${status === undefined ? "of unknown status" : plainText(status, 40)} and not active.`;
  return { propagated: false, servers: [], note };
}
