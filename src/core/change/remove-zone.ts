// The one way to delete a zone: in its turn, as it was shown to whoever said yes, all its records in the journal first.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import { journaled, zoneIntent } from "./journaled.ts";

/** A zone to delete as it was shown. */
export interface ZoneRemoval {
  readonly operation: string;
  readonly zone: ZoneRef;
  /** What the zone held when a yes was asked for. */
  readonly held: readonly HeldRecord[];
  /** A person may have thought about it meanwhile. */
  readonly asked: boolean;
  readonly undoes?: string;
}

/**
 * Deletes a zone; gives back the journal's id.
 * @throws VpsError conflict where the zone is not as it was shown: what came in would be lost to undoing
 */
export async function removeZone(context: Context, removal: ZoneRemoval): Promise<string> {
  const { operation, zone, held, asked, undoes } = removal;
  return context.journal.exclusively(
    zone.domain,
    async (waited) => {
      if (waited || asked) await refuseChanged(context, zone, held);
      const records = held.flatMap(({ record }) => record ?? []);
      const lost = held.length - records.length;
      const intent = {
        ...zoneIntent(operation, zone.domain, { event: "deleted", records }),
        ...(lost === 0 ? {} : { lost }),
      };
      const { change } = await journaled(context, { ...intent, ...(undoes === undefined ? {} : { undoes }) }, () =>
        context.api.zones.delete(zone.id),
      );
      return change;
    },
    context.signal,
  );
}

async function refuseChanged({ api }: Context, zone: ZoneRef, held: readonly HeldRecord[]): Promise<void> {
  const { items } = await api.records.listInZone(zone);
  if (contentKey(items) === contentKey(held)) return;
  throw new VpsError("conflict", `The zone ${zone.domain} was changed meanwhile. Nothing was sent.`, {
    hint: "Do it again: the zone is read anew.",
  });
}

function contentKey(held: readonly HeldRecord[]): string {
  return held
    .map(({ id, name, type, ttl, value, priority }) => JSON.stringify([id, name, type, ttl, value, priority ?? null]))
    .sort()
    .join("\n");
}
