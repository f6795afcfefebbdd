// Taking back that a zone was deleted, with all its records, or that it was made.
import type { HeldRecord, Zone } from "../api/api.ts";
import { unconfirmed } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { rrsetKey } from "../dns/compare.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { planFinals } from "../plan/plan-zone.ts";
import { count } from "../text/count.ts";
import { carryOut } from "./change-zone.ts";
import { sendOrSettle, zoneIntent } from "./journaled.ts";
import { removeZone } from "./remove-zone.ts";
import { type Undone, type UndoRequest, UNDO_OPERATION } from "./undo.ts";
import { restoredRrsets } from "./undo-records.ts";

/** Whether taking the change back was begun before and not ended. */
export async function wasInterrupted({ journal }: Context, { id, zone }: Change): Promise<boolean> {
  const entries = await journal.list(zone === undefined ? {} : { zone });
  return entries.some(({ undoes, status }) => undoes === id && (status === "partial" || status === "unknown"));
}

/** A deleted zone again, with all its records, as one change. One whose deletion never came about is left as it is. */
export async function bringBack(
  context: Context,
  { change, zone: name }: { readonly change: Change; readonly zone: string },
): Promise<Undone> {
  return context.journal.exclusively(
    name,
    async () => {
      const standing = await standingZone(context, name);
      if (standing !== undefined) return neverDeleted(context, change, standing);
      const plan = planFinals({ zone: name, mode: "replace", observed: [], finals: restoredRrsets(change, [], true) });
      const after = plan.stages.flat().flatMap((planned) => (planned.action === "create" ? [planned.after] : []));
      const intent = { ...zoneIntent(UNDO_OPERATION, name, { event: "created" }), after, undoes: change.id };
      const summary = `zone created with ${count(after.length, "record")}`;
      const entry = await context.journal.begin({ ...intent, summary });
      const zone = await sendOrSettle(entry, intent, () => context.api.zones.create(name));
      const restored = { zone, observed: [], plan, undoes: change.id, underWay: true };
      await carryOut(context, restored, entry);
      return {
        status: "done",
        change: entry.id,
        warnings: [
          `${name} is a new zone at the API: ids are new, and so may be whatever was bound to the old ones.`,
          ...lostWarnings(change),
        ],
      };
    },
    context.signal,
  );
}

function lostWarnings({ lost = 0 }: Change): readonly string[] {
  if (lost === 0) return [];
  return [`${count(lost, "record")} of kinds not known here went with the zone and did not come back.`];
}

/** A zone goes with all its records at once, so one that holds any of them was never deleted. */
async function neverDeleted(context: Context, change: Change, zone: Zone): Promise<Undone> {
  const { items } = await context.api.records.listInZone(zone);
  const held = new Set(items.flatMap(({ record }) => (record === undefined ? [] : [rrsetKey(record)])));
  const stands = change.before.length === 0 || change.before.some((record) => held.has(rrsetKey(record)));
  if (change.status !== "unknown" || !stands) {
    throw new VpsError("change_conflict", `There is a zone ${zone.domain} again; nothing was sent.`, {
      hint: "plan_zone with the wanted records changes it.",
    });
  }
  await context.journal.markUndone(change.id, change.id);
  return { status: "done", warnings: [`The zone ${zone.domain} was never deleted.`] };
}

/** A created zone goes again, asked about like any deletion of a zone. */
export async function takeAway(
  context: Context,
  { change, confirm, input, zone: name }: UndoRequest & { readonly zone: string },
): Promise<Undone> {
  const zone = await standingZone(context, name);
  if (zone === undefined) {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: [`The zone ${name} is not there any more.`] };
  }
  const { items } = await context.api.records.listInZone(zone);
  const answer = await context.confirmation({
    operation: UNDO_OPERATION,
    target: name,
    given: confirm,
    input,
    observed: shown(items),
    preview: `This deletes the zone ${name} with ${count(items.length, "record")}; its names stop answering.`,
  });
  if (!answer.granted) return unconfirmed(answer);
  const removal = { operation: UNDO_OPERATION, zone, held: items, asked: confirm === undefined, undoes: change.id };
  const opaque = items.filter(({ record }) => record === undefined).length;
  const lost = `${count(opaque, "record")} of kinds that are not known here cannot be brought back.`;
  return { status: "done", change: await removeZone(context, removal), warnings: opaque > 0 ? [lost] : [] };
}

function shown(items: readonly HeldRecord[]) {
  return items.map(({ id, name, type, ttl, value }) => [id, name, type, ttl, value]);
}

/** The zone of a canonical name, where the account holds one. */
export async function standingZone({ api }: Context, name: string): Promise<Zone | undefined> {
  const { items } = await api.zones.list({ domain: name });
  return items.find(({ domain }) => domain === name);
}
