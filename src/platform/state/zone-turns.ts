// Who is next at a zone: the calls of this process in the order of asking, one of which at a time goes for the lock that
// other processes know of.
import type { Journal } from "../../core/journal/journal.ts";
import type { Clock } from "../../core/ports.ts";
import { holdingLock, refuseWaiting, slept } from "./zone-lock.ts";

const WAIT_MAX_MS = 60_000;
/** How long the calls of one process follow on each other before another process is let in. */
const RUN_MAX_MS = 1_000;
/** Others look for the lock more often than this. */
const BREAK_MS = 120;

interface Waiter {
  called: boolean;
  /** Ends the waiting. */
  readonly end: () => void;
}

/** The calls at one zone. */
interface Line {
  readonly waiting: Waiter[];
  /** Since when turns have followed on each other. */
  runSince: number;
}

interface Turn {
  readonly base: string;
  readonly zone: string;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly deadline: number;
}

/** The turns at the zones of the journal below `base`; see {@link Journal.exclusively}. */
export function zoneTurns(base: string, clock: Clock): Journal["exclusively"] {
  const lines = new Map<string, Line>();
  return async (zone, work, signal) => {
    const turn: Turn = { base, zone, clock, signal, deadline: clock.now() + WAIT_MAX_MS };
    const before = lines.get(zone);
    const line = before ?? { waiting: [], runSince: clock.now() };
    lines.set(zone, line);
    if (before !== undefined) await called(line, turn);
    try {
      await letOthersIn(line, clock);
      return await holdingLock(turn, (waited) => work(waited || before !== undefined));
    } finally {
      if (!callNext(line)) lines.delete(zone);
    }
  };
}

/** @throws VpsError conflict when it is not called until the deadline, cancelled when the call is given up first */
async function called({ waiting }: Line, { zone, clock, signal, deadline }: Turn): Promise<void> {
  const patience = new AbortController();
  const waiter: Waiter = { called: false, end: () => patience.abort() };
  waiting.push(waiter);
  if (signal?.aborted === true) waiter.end();
  signal?.addEventListener("abort", waiter.end);
  try {
    await slept(clock, deadline - clock.now(), patience.signal);
  } finally {
    signal?.removeEventListener("abort", waiter.end);
  }
  if (waiter.called) return;
  waiting.splice(waiting.indexOf(waiter), 1);
  refuseWaiting(zone, { late: true, signal });
}

function callNext({ waiting }: Line): boolean {
  const next = waiting.shift();
  if (next === undefined) return false;
  next.called = true;
  next.end();
  return true;
}

async function letOthersIn(line: Line, clock: Clock): Promise<void> {
  if (clock.now() - line.runSince <= RUN_MAX_MS) return;
  await clock.sleep(BREAK_MS);
  line.runSince = clock.now();
}
