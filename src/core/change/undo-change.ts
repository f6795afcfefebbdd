// Takes one change back: records by planning what they were, a zone by making or deleting it, settings by setting them.
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { planFinals } from "../plan/plan-zone.ts";
import { changeZone } from "./change-zone.ts";
import { type Undone, type UndoRequest, UNDO_OPERATION } from "./undo.ts";
import { restoredRrsets } from "./undo-records.ts";
import { undoSettings } from "./undo-settings.ts";
import { bringBack, standingZone, takeAway, wasInterrupted } from "./undo-zone.ts";

/** @throws VpsError change_conflict where others changed the same since */
export async function undoChange(context: Context, request: UndoRequest): Promise<Undone> {
  const { change } = request;
  const { zone } = change;
  if (change.lost !== undefined && change.zoneEvent === undefined) throw lostForGood();
  if (zone === undefined) return undoSettings(context, request);
  if (change.zoneEvent === "created") return takeAway(context, { ...request, zone });
  if (change.zoneEvent === "deleted" && !(await wasInterrupted(context, change))) {
    return bringBack(context, { change, zone });
  }
  return restore(context, { ...request, zone });
}

/** Puts the records back. A deleted zone that was brought back in part is one whose records all changed. */
async function restore(
  context: Context,
  { change, confirm, input, zone: name }: UndoRequest & { zone: string },
): Promise<Undone> {
  const zone = await standingZone(context, name);
  if (zone === undefined)
    return change.zoneEvent === "deleted" ? bringBack(context, { change, zone: name }) : gone(name);
  const readAt = context.clock.now();
  const { items: observed, incomplete } = await context.api.records.listInZone(zone);
  const finals = restoredRrsets(change, observed, await wasInterrupted(context, change));
  const plan = planFinals({ zone: name, mode: "replace", observed, finals });
  const request = { operation: UNDO_OPERATION, input, confirm, zone, observed, readAt, plan, undoes: change.id };
  const result = await changeZone(context, request);
  if (result.status !== "done") return result;
  const warnings = incomplete ? ["The API held back some of the zone's records: look at what is there now."] : [];
  if (result.change !== undefined) return { status: "done", change: result.change, warnings };
  // A change of which nothing came about is settled by looking: there is nothing to put back.
  await context.journal.markUndone(change.id, change.id);
  return { status: "done", warnings: [...warnings, alreadyAsBefore(change)] };
}

function lostForGood(): VpsError {
  return new VpsError("change_conflict", "That change cannot be taken back.", {
    hint: "It deleted a record of a kind not known here, whose content was not kept.",
  });
}

function alreadyAsBefore({ id }: Change): string {
  return `What ${id} touched is as it was before it; nothing was sent.`;
}

function gone(name: string): never {
  throw new VpsError("change_conflict", `The zone ${name} is not there any more; nothing was sent.`, {
    hint: "Where this program deleted it, undo that deletion first (list_changes).",
  });
}
