// One planned change as one request.
import type { Api, HeldRecord, ZoneRef } from "../api/api.ts";
import { VpsError } from "../errors.ts";
import type { PlannedChange } from "../plan/plan.ts";

/** A change that was carried out, and the record as it stands now, or stood before it was deleted. */
export interface SentChange {
  readonly change: PlannedChange;
  readonly record: HeldRecord;
}

/** The zone that changes go to, as it was read. */
export interface ChangedZone {
  readonly zone: ZoneRef;
  readonly observed: readonly HeldRecord[];
}

/** Sends one change; gives back the record as it stands now, or stood before it was deleted. */
export type SendChange = (change: PlannedChange) => Promise<HeldRecord>;

/** Sends changes to one zone. */
export function sender(api: Api, { zone, observed }: ChangedZone): SendChange {
  const held = new Map(observed.map((record) => [record.id, record]));
  return async (change) => {
    if (change.action !== "delete") return write(api, zone, change);
    const record = held.get(change.id);
    if (record === undefined) throw new VpsError("internal", "A change names a record that was never read.");
    await api.records.delete(change.id);
    return record;
  };
}

function write(
  api: Api,
  zone: ZoneRef,
  change: Exclude<PlannedChange, { readonly action: "delete" }>,
): Promise<HeldRecord> {
  if (change.action === "create") return api.records.create(zone, change.after);
  const { id, before } = change;
  const { after } = change;
  if (change.whole === true) return api.records.replace(zone, id, after);
  return api.records.update(zone, id, {
    type: after.type,
    ...(after.name === before.name ? {} : { name: after.name }),
    ...(after.value === before.value ? {} : { value: after.value }),
    ...(after.ttl === before.ttl ? {} : { ttl: after.ttl }),
    ...(after.priority === undefined || after.priority === before.priority ? {} : { priority: after.priority }),
  });
}
