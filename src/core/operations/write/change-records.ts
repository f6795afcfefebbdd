// From changes of records that an operation found to their being made: checked against the zone, guarded, journaled.
import { type SentChange } from "../../change/send-change.ts";
import { changeZone } from "../../change/change-zone.ts";
import type { Unconfirmed } from "../../confirmation.ts";
import type { Context } from "../../context.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { planChanges } from "../../plan/plan-zone.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { checkChanges } from "./check-changes.ts";

/** Changes that an operation found, with what a yes to them is bound to. */
export interface RecordsChange {
  readonly operation: string;
  /** The operation's whole input; `confirm` is taken out of what a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>> & { readonly confirm?: string | undefined };
  readonly changes: readonly PlannedChange[];
}

/** What was made of them; `change` is the journal's id. */
export interface RecordsChanged {
  readonly status: "done";
  readonly changed: boolean;
  readonly change?: string;
  readonly sent: readonly SentChange[];
}

/**
 * Makes the changes, or answers what has to be confirmed first.
 * @throws what checkChanges and changeZone throw
 */
export async function changeRecords(
  context: Context,
  state: ZoneState,
  { operation, input, changes }: RecordsChange,
): Promise<RecordsChanged | Unconfirmed> {
  checkChanges(state, changes);
  const { zone, held: observed, readAt } = state;
  const { confirm, ...bound } = input;
  const plan = planChanges({ zone: zone.domain, mode: "merge", observed, changes });
  return changeZone(context, { operation, input: bound, confirm, zone, observed, readAt, plan });
}
