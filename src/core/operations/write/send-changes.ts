// Carries out changes of one zone's records: in stages whose every intermediate zone loads, a bounded number at once,
// and with an exact count when it does not get to the end.
import type { HeldRecord } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { VpsError } from "../../errors.ts";
import { orderChanges } from "../../plan/order-changes.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { partialFailure } from "./partial-failure.ts";

/** A change that was carried out, and the record as it stands now, or stood before it was deleted. */
export interface SentChange {
  readonly change: PlannedChange;
  readonly record: HeldRecord;
}

/**
 * Sends changes that were checked.
 * @throws VpsError partial when some were carried out and not all; the failure itself when none was
 */
export async function sendChanges(
  context: Context,
  state: ZoneState,
  changes: readonly PlannedChange[],
): Promise<readonly SentChange[]> {
  const sent: SentChange[] = [];
  for (const stage of orderChanges(changes, { zone: state.zone.domain, records: state.records })) {
    const failures = await runStage(stage, context.policy.concurrency, async (change) => {
      sent.push({ change, record: await sendChange(context, state, change) });
      if (changes.length > 1) context.progress(sent.length, changes.length, "records changed");
    });
    if (failures.length > 0) throw partialFailure({ zone: state.zone.domain, sent, total: changes.length, failures });
  }
  return sent;
}

/** Sends one change; answers the record as it stands after it, or stood before it was deleted. */
export async function sendChange({ api }: Context, state: ZoneState, change: PlannedChange): Promise<HeldRecord> {
  if (change.action === "create") return api.records.create(state.zone, change.after);
  const { id, before } = change;
  if (change.action === "delete") {
    await api.records.delete(id);
    return standing(state, id);
  }
  const { after } = change;
  return api.records.update(state.zone, id, {
    type: after.type,
    ...(after.name === before.name ? {} : { name: after.name }),
    ...(after.value === before.value ? {} : { value: after.value }),
    ...(after.ttl === before.ttl ? {} : { ttl: after.ttl }),
    ...(after.priority === undefined || after.priority === before.priority ? {} : { priority: after.priority }),
  });
}

function standing({ held }: ZoneState, id: string): HeldRecord {
  const record = held.find((candidate) => candidate.id === id);
  if (record === undefined) throw new VpsError("internal", "A change names a record that was never read.");
  return record;
}

/** Runs a stage with `limit` at once; after a failure nothing new is begun, and what is under way is waited for. */
async function runStage<Item>(
  items: readonly Item[],
  limit: number,
  run: (item: Item) => Promise<void>,
): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  const queue = items.values();
  const work = async () => {
    for (const item of queue) {
      if (failures.length > 0) return;
      await run(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, work));
  return failures;
}
