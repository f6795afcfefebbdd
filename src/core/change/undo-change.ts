// Takes one change back: records by planning what they were, a zone by making or deleting it, settings by setting them.
import type { Zone } from "../api/api.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { rrsetKey } from "../dns/compare.ts";
import { groupRrsets } from "../dns/compare.ts";
import { planFinals } from "../plan/plan-zone.ts";
import { changeZone, makeChange } from "./change-zone.ts";
import { guardWindow } from "./guard-window.ts";
import { journaled, zoneIntent } from "./journaled.ts";
import { restoredRrsets } from "./undo-records.ts";
import { undoSettings } from "./undo-settings.ts";

export interface UndoRequest {
  readonly change: Change;
  readonly confirm: string | undefined;
  /** What a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
}

export type Undone =
  | { readonly status: "done"; readonly change?: string; readonly warnings: readonly string[] }
  | {
      readonly status: "confirmation_required";
      readonly changed: false;
      readonly confirm: string;
      readonly preview: string;
    };

const OPERATION = "undo_change";

/** @throws VpsError change_conflict where others changed the same since */
export async function undoChange(context: Context, request: UndoRequest): Promise<Undone> {
  const { change } = request;
  const { zone } = change;
  if (zone === undefined) return undoSettings(context, request);
  if (change.zoneEvent === "deleted") return bringBack(context, { change, zone });
  if (change.zoneEvent === "created") return takeAway(context, { ...request, zone });
  return restore(context, { ...request, zone });
}

async function restore(
  context: Context,
  { change, confirm, input, zone: name }: UndoRequest & { zone: string },
): Promise<Undone> {
  const zone = await standingZone(context, name);
  if (zone === undefined) throw gone(name);
  const { items: observed } = await context.api.records.listInZone(zone);
  const plan = planFinals({
    zone: name,
    mode: "replace",
    observed,
    finals: restoredRrsets(change, observed),
    window: await guardWindow(context, name),
  });
  const result = await changeZone(context, {
    operation: OPERATION,
    input,
    confirm,
    zone,
    observed,
    plan,
    undoes: change.id,
  });
  if (result.status !== "done") return result;
  // A change of which nothing came about is settled by looking: there is nothing to put back.
  if (!result.changed) await context.journal.markUndone(change.id, change.id);
  return { status: "done", ...(result.change === undefined ? {} : { change: result.change }), warnings: [] };
}

/** A deleted zone again, with all its records. One that is there (the deletion never came about) is left as it is. */
async function bringBack(context: Context, { change, zone: name }: { change: Change; zone: string }): Promise<Undone> {
  const standing = await standingZone(context, name);
  if (standing !== undefined && change.status === "unknown") {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: [`The zone ${name} was never deleted.`] };
  }
  if (standing !== undefined) {
    throw new VpsError("change_conflict", `There is a zone ${name} again; nothing was sent.`, {
      hint: "plan_zone with the wanted records changes it.",
    });
  }
  const intent = { ...zoneIntent(OPERATION, name, { event: "created" }), undoes: change.id };
  const { result: zone, change: entry } = await journaled(context, intent, () => context.api.zones.create(name));
  const plan = planFinals({
    zone: name,
    mode: "replace",
    observed: [],
    finals: new Map(groupRrsets(change.before).map((rrset) => [rrsetKey(rrset), rrset.records])),
  });
  const request = { operation: OPERATION, input: {}, confirm: undefined, zone, observed: [], plan };
  const { change: records } = await makeChange(context, request);
  return {
    status: "done",
    change: records ?? entry,
    warnings: [`${name} is a new zone at the API: ids are new, and so may be whatever was bound to the old ones.`],
  };
}

/** A created zone goes again, asked about like any deletion of a zone. */
async function takeAway(
  context: Context,
  { change, confirm, input, zone: name }: UndoRequest & { zone: string },
): Promise<Undone> {
  const zone = await standingZone(context, name);
  if (zone === undefined) {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: [`The zone ${name} is not there any more.`] };
  }
  const { items } = await context.api.records.listInZone(zone);
  const answer = await context.confirmation({
    operation: OPERATION,
    target: name,
    given: confirm,
    input,
    observed: items.map(({ id, ttl, value }) => [id, ttl, value]),
    preview: `This deletes the zone ${name} with ${items.length} records; its names stop answering.`,
  });
  if (!answer.granted) return { ...answer, status: "confirmation_required", changed: false };
  const records = items.flatMap(({ record }) => record ?? []);
  const intent = { ...zoneIntent(OPERATION, name, { event: "deleted", records }), undoes: change.id };
  const { change: entry } = await journaled(context, intent, () => context.api.zones.delete(zone.id));
  return { status: "done", change: entry, warnings: [] };
}

async function standingZone({ api }: Context, name: string): Promise<Zone | undefined> {
  const { items } = await api.zones.list({ domain: name });
  return items.find(({ domain }) => domain === name);
}

function gone(name: string): VpsError {
  return new VpsError("change_conflict", `The zone ${name} is not there any more; nothing was sent.`, {
    hint: "Where this program deleted it, undo that deletion first (list_changes).",
  });
}
