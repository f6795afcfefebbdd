// Looking at many servers, once or until all say what they should.
import type { Context } from "../../context.ts";
import { type Asking, endpointsOf } from "../../wire/ask-resolvers.ts";
import { type Authority, findAuthority } from "../../wire/find-authority.ts";
import { lookAt, type ServerLook, type Subject, type Target } from "../../wire/look.ts";
import { serverNameText } from "../../wire/server-name.ts";
import { isEverywhere } from "../../wire/verdict.ts";
import { zoneNameservers } from "./zone-nameservers.ts";

/** For one question to one address, retries and TCP included. */
const ASK_MS = 6_000;
/** For finding the servers; after that the well-known ones are taken. */
const FIND_MS = 12_000;
const FIRST_PAUSE_MS = 500;
const PAUSE_MAX_MS = 8_000;
const PAUSE_GROWTH = 1.6;
/** What the last look has before the time is up. */
const LAST_LOOK_MS = 500;
/** Delegations and addresses change within minutes, and finding them costs dozens of questions. */
const FIND_AGAIN_MS = 60_000;

/** `ms` from now at most. */
export function askingFor({ wire, signal, clock }: Context, ms: number): Asking {
  const now = () => clock.now();
  return { wire, signal, withinMs: ASK_MS, until: now() + ms, now };
}

/** The zone's servers, in a part of the time there is. */
export function authorityOf(context: Context, asking: Asking, zone: string): Promise<Authority> {
  const until = Math.min(asking.until, asking.now() + FIND_MS);
  return findAuthority({ ...asking, until }, zone, () => zoneNameservers(context, zone));
}

/** `found` later on: whoever cannot be asked for the moment takes nothing away from what was known. */
export function refreshed(known: Authority, found: Authority): Authority {
  if (found.delegation === "unknown") return known;
  const servers = found.servers.flatMap((server) => {
    const before = server.endpoint === undefined ? known.servers.filter(({ host }) => host === server.host) : [];
    return before.length === 0 ? [server] : before;
  });
  return { ...found, servers };
}

/** A zone's servers as targets. */
export function authoritativeTargets({ servers }: Authority): readonly Target[] {
  return servers.map((server) => ({ ...server, kind: "authoritative" as const }));
}

/** Every address of every resolver. */
export async function publicTargets(asking: Asking): Promise<readonly Target[]> {
  const targets = await Promise.all(
    asking.wire.resolvers.map(async (named): Promise<readonly Target[]> => {
      const host = serverNameText(named);
      const endpoints = await endpointsOf(asking, named);
      const at = endpoints.length === 0 ? [undefined] : endpoints;
      return at.map((endpoint) => ({ host, endpoint, kind: "public" as const }));
    }),
  );
  return targets.flat();
}

/** One look at each target, all at once. */
export function lookAll(asking: Asking, targets: readonly Target[], subject: Subject): Promise<readonly ServerLook[]> {
  return Promise.all(targets.map((target) => lookAt(asking, target, subject)));
}

/** Hears how far it is. */
export type Tell = (looks: readonly ServerLook[]) => void;

export interface Watching {
  readonly asking: Asking;
  readonly subject: Subject;
  readonly tell: Tell;
}

/** Whom to look at: those known at first, and how they are found anew. */
export interface Targets {
  readonly known: readonly Target[];
  readonly again: () => Promise<readonly Target[]>;
}

/** Looks again at those that fall short, with growing pauses, until none does or the time is up. */
export async function lookUntil(
  context: Context,
  { asking, subject, tell }: Watching,
  { known, again }: Targets,
): Promise<readonly ServerLook[]> {
  let looks = await lookAll(asking, known, subject);
  let found = asking.now();
  for (let pause = FIRST_PAUSE_MS; !isEverywhere(looks); pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    tell(looks);
    const left = asking.until - asking.now() - LAST_LOOK_MS;
    if (left <= 0) return looks;
    await context.clock.sleep(Math.min(pause, left), context.signal);
    let targets = looks.map(({ target }) => target);
    if (asking.now() - found >= FIND_AGAIN_MS && asking.until - asking.now() > FIND_MS + LAST_LOOK_MS) {
      targets = [...(await again())];
      found = asking.now();
    }
    looks = await lookAtMissing(asking, { targets, looks }, subject);
  }
  return looks;
}

/** Whoever has said what it should is not asked again. */
function lookAtMissing(
  asking: Asking,
  { targets, looks }: { readonly targets: readonly Target[]; readonly looks: readonly ServerLook[] },
  subject: Subject,
): Promise<readonly ServerLook[]> {
  return Promise.all(
    targets.map(async (target) => {
      const done = looks.find((look) => look.ok && isSame(look.target, target));
      return done ?? (await lookAt(asking, target, subject));
    }),
  );
}

function isSame(one: Target, other: Target): boolean {
  return (
    one.host === other.host &&
    one.endpoint?.address === other.endpoint?.address &&
    one.endpoint?.port === other.endpoint?.port
  );
}
