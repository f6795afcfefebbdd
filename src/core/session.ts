// A session: one API client and one policy, from which every call gets its own context.
import type { HttpClient } from "./api/http.ts";
import { createApiClient } from "./api/client.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Context, Policy } from "./context.ts";
import { parseZoneName } from "./dns/name.ts";
import { InputError } from "./errors.ts";
import type { Journal } from "./journal/journal.ts";
import { memoryJournal, memoryPlanStore } from "./journal/memory-state.ts";
import type { Clock, Log, Progress } from "./ports.ts";
import { noRdap } from "./rdap/no-rdap.ts";
import type { Rdap } from "./rdap/rdap.ts";
import type { RdapOptions } from "./rdap/rdap-client.ts";
import type { PlanStore } from "./state.ts";
import { noWire } from "./wire/no-wire.ts";
import type { Wire } from "./wire/wire.ts";

/** What a session is made of. */
export interface SessionOptions {
  readonly http: HttpClient;
  /** As `parseApiUrl` gives it. */
  readonly apiUrl: string;
  /** As `parseToken` gives it; without one every call says what to set. */
  readonly token: string | undefined;
  /** Zone names in any spelling. */
  readonly policy: Policy;
  readonly confirmation: Confirmation;
  readonly clock: Clock;
  readonly log: Log;
  /** Kept in memory when left out: gone with the process. */
  readonly journal?: Journal;
  readonly plans?: PlanStore;
  /** As `parseRdapUrl` gives it; everything is unknown when left out. */
  readonly rdapUrl?: string;
  /** Reaches no name server when left out. */
  readonly wire?: Wire;
}

/** What one call brings along. */
export interface CallOptions {
  readonly signal: AbortSignal;
  readonly progress?: Progress;
  /** Where this call can ask in another way than the session. */
  readonly confirmation?: Confirmation;
}

/** One account for as long as the program runs, or the step. */
export interface Session {
  context(call: CallOptions): Context;
  close(): Promise<void>;
}

/** @throws InputError where the allow-list holds what cannot be a zone's name */
export function createSession(options: SessionOptions): Session {
  const { http, apiUrl, token, confirmation, clock, log, rdapUrl } = options;
  const { journal = memoryJournal(clock), plans = memoryPlanStore(), wire = noWire } = options;
  const policy = { ...options.policy, zones: options.policy.zones.map(allowedZone) };
  const rdap = rdapUrl === undefined ? noRdap : lazyRdap({ http, baseUrl: rdapUrl, clock, log });
  const client = createApiClient({ http, baseUrl: apiUrl, token, clock, log, concurrency: policy.concurrency });
  return {
    context: ({ signal, progress, confirmation: ownConfirmation }) => ({
      api: client.bind(signal),
      policy,
      confirmation: ownConfirmation ?? confirmation,
      journal,
      plans,
      rdap,
      wire,
      clock,
      signal,
      progress: progress ?? (() => {}),
      log,
    }),
    close: () => client.close(),
  };
}

// Loaded by the first look-up: most sessions make none.
function lazyRdap(options: RdapOptions): Rdap {
  let client: Promise<Rdap> | undefined;
  const made = async () => (await import("./rdap/rdap-client.ts")).createRdap(options);
  return { lookUp: async (domain, signal) => (await (client ??= made())).lookUp(domain, signal) };
}

// An allow-list that was misread would allow too much or nothing at all, so it is refused at the start.
function allowedZone(given: string): string {
  try {
    return parseZoneName(given);
  } catch (error) {
    throw new InputError("invalid_name", "The list of allowed zones holds what cannot be a zone's name.", {
      field: "zone",
      hint: "Give names such as --zone example.com, or VPS_ZONES=example.com,example.net.",
      cause: error,
    });
  }
}
