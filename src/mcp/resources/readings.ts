// What each resource says, from the operations. Loaded by the first reading: listing resources needs none of this.
import type { Context } from "../../core/context.ts";
import { InputError } from "../../core/errors.ts";
import { exportZone } from "../../core/operations/export-zone.ts";
import { refuseForeign } from "../../core/operations/find/allowed.ts";
import { listDomains } from "../../core/operations/list-domains.ts";
import { listZones } from "../../core/operations/list-zones.ts";
import { runOperation } from "../../core/run-operation.ts";
import { changeText } from "./change-text.ts";

/** A resource has no pages: what is over this is told, and the tool has them. */
const ROWS_MAX = 400;

/** The zones, a line each. */
export async function zonesText(context: Context): Promise<string> {
  return listZones.text(await runOperation(listZones, { limit: ROWS_MAX }, context));
}

/** The registrations, a line each. */
export async function domainsText(context: Context): Promise<string> {
  return listDomains.text(await runOperation(listDomains, { limit: ROWS_MAX }, context));
}

/** A zone as a master file; what is missing in it is said in its comments. */
export async function zoneFileText(context: Context, zone: string): Promise<string> {
  const { zonefile = "", warnings = [] } = await runOperation(exportZone, { zone }, context);
  return `${warnings.map((warning) => `; Warning: ${warning}\n`).join("")}${zonefile}`;
}

/** A journal entry. */
export async function changeTextOf(context: Context, id: string): Promise<string> {
  const change = await context.journal.get(id);
  if (change === undefined) {
    throw new InputError("change_not_found", "There is no such change in the journal.", {
      hint: "list_changes shows those there are.",
    });
  }
  refuseForeign(context, change.zone ?? change.domain ?? "", "change");
  return changeText(change);
}
