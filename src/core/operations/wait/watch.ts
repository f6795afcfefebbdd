// Watching the zone's name servers, then the public resolvers, until they answer what they should or the time is up.
import type { Context } from "../../context.ts";
import type { ServerLook, Subject } from "../../wire/look.ts";
import { isEverywhere } from "../../wire/verdict.ts";
import { type Propagation, propagationOf } from "../shapes/propagation.ts";
import {
  askingFor,
  authoritativeTargets,
  authorityOf,
  lookAll,
  lookUntil,
  publicTargets,
  refreshed,
  type Watching,
} from "./look-around.ts";

export interface Patience {
  readonly wait: "authoritative" | "public";
  /** Seconds. */
  readonly timeout: number;
}

/** What the servers answered last, and whether all of them answer it. */
export async function watch(context: Context, subject: Subject, { wait, timeout }: Patience): Promise<Propagation> {
  const asking = askingFor(context, timeout * 1000);
  const started = asking.now();
  const tell = (looks: readonly ServerLook[]) =>
    context.progress(Math.round((asking.now() - started) / 1000), timeout, progressText(looks));
  const find = () => authorityOf(context, asking, subject.zone);
  let authority = await find();
  const again = async () => {
    authority = refreshed(authority, await find());
    return authoritativeTargets(authority);
  };
  const known = authoritativeTargets(authority);
  // Nobody will ever see there what was written here, however long one waits.
  const isVain = authority.delegation === "elsewhere" || (authority.delegation === "none" && wait === "public");
  const first = isVain
    ? await lookAll(asking, known, subject)
    : await lookUntil(context, { asking, subject, tell }, { known, again });
  const looks =
    wait === "public" && !isVain && isEverywhere(first)
      ? [...first, ...(await watchPublic(context, { asking, subject, tell }))]
      : first;
  // What is not asked is not known: without the resolvers a wait for them has not succeeded.
  const isAnswered = isEverywhere(looks) && (wait === "authoritative" || looks.length > first.length);
  return propagationOf(isAnswered, looks, authority.note);
}

// Only now: a resolver that had been asked before the authoritative servers knew would keep its "no" (RFC 2308).
async function watchPublic(context: Context, watching: Watching): Promise<readonly ServerLook[]> {
  const again = () => publicTargets(watching.asking);
  return lookUntil(context, watching, { known: await again(), again });
}

function progressText(looks: readonly ServerLook[]): string {
  const lagging = looks.find(({ ok }) => !ok);
  const done = `${looks.filter(({ ok }) => ok).length} of ${looks.length} servers answer it`;
  return lagging === undefined ? done : `${done}; ${lagging.target.host}: ${lagging.error ?? "not yet"}`;
}
