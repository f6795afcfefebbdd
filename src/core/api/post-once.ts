// A POST is not idempotent: when its answer was lost, what it was to make is looked for before it is sent again
// (contract, "POST is not idempotent").
import { NetworkError, VpsError } from "../errors.ts";
import type { Call } from "./call.ts";
import type { Caller } from "./caller.ts";
import { EXISTS } from "./endpoints.ts";
import type { Failure } from "./outcome.ts";
import { waitedFor } from "./retry.ts";

const ATTEMPTS_MAX = 3;
const LOOK_UP_DELAY_MS = 500;

/** What a look-up found; `sure` when nothing found means that nothing is there. */
export interface LookUp<Made> {
  readonly found: Made | undefined;
  readonly sure: boolean;
}

/** A POST, and how to find what it made. */
export interface Post<Made> {
  readonly call: Call;
  /** Reads the answer; throws when it is not of the promised shape. */
  readonly read: (body: unknown) => Made;
  /** Looks for what the call makes. */
  readonly find: () => Promise<LookUp<Made>>;
  /** How people look for it, as it reads after "; ". */
  readonly where: string;
  /** Sending again may spend money again, so not while the first request may still be at work. */
  readonly spends?: boolean;
}

/**
 * Sends a POST until it is known to have been carried out once.
 * @throws NetworkError `outcome_unknown` when that cannot be known.
 */
export async function postOnce<Made>(caller: Caller, post: Post<Made>): Promise<Made> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await caller.send(post.call);
    const read = outcome.ok ? tryRead(post, outcome.body) : undefined;
    if (read?.ok === true) return read.made;
    const problem = read?.error ?? (outcome.ok ? undefined : outcome.error);
    if (!outcome.ok && !isOpen(post, outcome, attempt)) throw outcome.error;
    const { found, sure } = await lookUp(caller, post, problem);
    if (found !== undefined) {
      caller.log("info", "A lost answer was looked up: the request had been carried out", {
        path: post.call.endpoint.path,
      });
      return found;
    }
    if (outcome.ok || !sure || mayStillRun(post, outcome)) throw unknownOutcome(post, problem);
    if (!outcome.mayHaveHappened || attempt >= ATTEMPTS_MAX) throw outcome.error;
  }
}

type Read<Made> = { readonly ok: true; readonly made: Made } | { readonly ok: false; readonly error: VpsError };

function tryRead<Made>(post: Post<Made>, body: unknown): Read<Made> {
  try {
    return { ok: true, made: post.read(body) };
  } catch (error) {
    if (error instanceof VpsError) return { ok: false, error };
    throw error;
  }
}

// After a lost answer, "it exists" may well mean the one that was just made.
function isOpen<Made>(post: Post<Made>, outcome: Failure, attempt: number): boolean {
  const { makes } = post.call.endpoint;
  if (outcome.error.code === "cancelled") return false;
  return outcome.mayHaveHappened || (attempt > 1 && makes !== undefined && outcome.error.code === EXISTS[makes]);
}

function mayStillRun<Made>(post: Post<Made>, outcome: Failure): boolean {
  return post.spends === true && (outcome.error.code === "timeout" || outcome.status === 504);
}

// A short wait first: the request may only now be arriving.
async function lookUp<Made>(caller: Caller, post: Post<Made>, problem: VpsError | undefined): Promise<LookUp<Made>> {
  if (!(await waitedFor(caller.clock.sleep(LOOK_UP_DELAY_MS, caller.signal), caller.signal)))
    throw unknownOutcome(post, problem);
  try {
    return await post.find();
  } catch (error) {
    if (error instanceof VpsError) throw unknownOutcome(post, problem ?? error);
    throw error;
  }
}

/** The error of a request that may or may not have been carried out. */
export function unknownOutcome(post: Pick<Post<unknown>, "call" | "where">, cause: unknown): NetworkError {
  const { doing } = post.call.endpoint;
  return new NetworkError(
    "outcome_unknown",
    `The answer to the request to ${doing} was lost, and it is not known whether it was carried out.`,
    { hint: `Do not repeat it before you have looked; ${post.where}.`, cause },
  );
}
