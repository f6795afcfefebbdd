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

export function lookAll(asking: Asking, targets: readonly Target[], subject: Subject): Promise<readonly ServerLook[]> {
  return Promise.all(targets.map((target) => lookAt(asking, target, subject)));
}

/** Hears how far it is. */
export type Tell = (looks: readonly ServerLook[]) => void;

/** Looks again at those that fall short, with growing pauses, until none does or the time is up. */
export async function lookUntil(
  context: Context,
  { asking, subject, tell }: { readonly asking: Asking; readonly subject: Subject; readonly tell: Tell },
  targets: readonly Target[],
): Promise<readonly ServerLook[]> {
  let looks = await lookAll(asking, targets, subject);
  for (let pause = FIRST_PAUSE_MS; !isEverywhere(looks); pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    tell(looks);
    const left = asking.until - asking.now() - LAST_LOOK_MS;
    if (left <= 0) return looks;
    await context.clock.sleep(Math.min(pause, left), context.signal);
    looks = await Promise.all(looks.map(async (look) => (look.ok ? look : await lookAt(asking, look.target, subject))));
  }
  return looks;
}
