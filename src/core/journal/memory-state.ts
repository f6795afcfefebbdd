// Journal and plans that live as long as the process: for one-shot steps and dry runs.
import type { Clock } from "../ports.ts";
import type { PlanStore, SavedPlan } from "../state.ts";
import type { Change, Journal, StepOutcome } from "./journal.ts";

/** As many as the journal in files keeps. */
const CHANGES_KEPT = 1000;

/** A journal that forgets everything with the process; its changes can be undone until then. */
export function memoryJournal(clock: Clock): Journal {
  const changes = new Map<string, Change>();
  const amend = (id: string, fields: Partial<Change>) => {
    const change = changes.get(id);
    if (change !== undefined) changes.set(id, { ...change, ...fields });
  };
  const locks = new Map<string, Promise<unknown>>();
  let begun = 0;
  return {
    begin: (intent) => {
      begun += 1;
      const id = `m${begun}-${randomHex(4)}`;
      // One list that grows: copying it at each of ten thousand steps would be quadratic.
      const steps: StepOutcome[] = [];
      changes.set(id, { ...intent, id, at: clock.now(), status: "unknown", steps });
      for (const oldest of [...changes.keys()].slice(0, -CHANGES_KEPT)) changes.delete(oldest);
      return Promise.resolve({
        id,
        abandon: async () => void changes.delete(id),
        step: async (outcome) => void steps.push(outcome),
        finish: async (status) => amend(id, { status, finishedAt: clock.now() }),
      });
    },
    list: ({ zone, since = 0, limit }) =>
      Promise.resolve(
        [...changes.values()]
          .toReversed()
          .filter((change) => (zone === undefined || change.zone === zone) && change.at >= since)
          .slice(0, limit),
      ),
    get: (id) => Promise.resolve(changes.get(id)),
    markUndone: async (id) => amend(id, { status: "undone" }),
    exclusively: async (zone, work) => {
      const before = locks.get(zone);
      const start = () => work(before !== undefined);
      const mine = before === undefined ? start() : before.then(start, start);
      locks.set(zone, mine);
      try {
        return await mine;
      } finally {
        if (locks.get(zone) === mine) locks.delete(zone);
      }
    },
  };
}

/** Saved plans that are forgotten with the process. */
export function memoryPlanStore(): PlanStore {
  const plans = new Map<string, SavedPlan>();
  return {
    save: async (plan) => void plans.set(plan.id, plan),
    get: (id) => Promise.resolve(plans.get(id)),
    take: (id) => Promise.resolve(plans.delete(id)),
  };
}

function randomHex(octets: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(octets)), (octet) =>
    octet.toString(16).padStart(2, "0"),
  ).join("");
}
