// From what people call a zone to what the API calls it: the name first, in one request; an id where no zone has that
// name; and where neither is there, the name that was probably meant.
import type { HeldRecord, Zone } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { isWithin, labelsOf, parseZoneName } from "../../dns/name.ts";
import { InputError, VpsError } from "../../errors.ts";
import { idText, plainText } from "../../text/plain-text.ts";
import { notAllowed, refuseForeign, visibleZones } from "./allowed.ts";
import { nearestName } from "../../nearest-name.ts";

const NAMED_MAX = 10;

/**
 * The zone that a name or an id stands for.
 * @throws InputError zone_not_found with the nearest name, zone_not_allowed, or conflict where two zones have the name
 */
export async function resolveZone(context: Context, given: string): Promise<Zone> {
  const name = zoneNameOf(given);
  if (name === undefined) return (await zoneById(context, given)).zone;
  refuseForeign(context, name);
  const { items } = await context.api.zones.list({ domain: name });
  const [zone, ...others] = items.filter(({ domain }) => domain === name);
  if (zone === undefined) return zoneByDottedId(context, given, name);
  if (others.length > 0) throw ambiguous(name, [zone, ...others]);
  return zone;
}

/** The canonical name where the text can be one; an id mostly cannot: a zone's name has two labels or more. */
export function zoneNameOf(given: string): string | undefined {
  try {
    return parseZoneName(given);
  } catch {
    return undefined;
  }
}

/** Runs a check of the input before the first request where the zone's own name tells enough for it. */
export function checkEarly<Checked>(given: string, check: (zone: string) => Checked): Checked | undefined {
  const name = zoneNameOf(given);
  return name === undefined ? undefined : check(name);
}

/** A zone and its records, in one request. */
export interface WholeZone {
  readonly zone: Zone;
  readonly records: readonly HeldRecord[];
}

/**
 * The zone of an id, with its records (Z2).
 * @throws InputError zone_not_found or zone_not_allowed
 */
export async function zoneById(context: Context, id: string): Promise<WholeZone> {
  if (id.trim() === "") {
    throw new InputError("invalid_input", "zone is empty.", {
      field: "zone",
      hint: "Give a name such as example.com.",
    });
  }
  const found = await context.api.zones.get(id.trim()).catch(notFoundAsUndefined);
  if (found === undefined) {
    if (context.policy.zones.length > 0) throw notAllowed(context);
    throw await missing(context, plainText(id.trim(), 80));
  }
  refuseForeign(context, found.zone.domain);
  return found;
}

// Ids are opaque, so one may look like a name. The list that finds the nearest name shows the ids as well.
async function zoneByDottedId(context: Context, given: string, name: string): Promise<Zone> {
  const { items } = await context.api.zones.list();
  const zone = items.find(({ id }) => id === given.trim());
  if (zone === undefined)
    throw notFound(
      name,
      items.map(({ domain }) => domain),
    );
  refuseForeign(context, zone.domain);
  return zone;
}

async function missing(context: Context, shown: string): Promise<InputError> {
  const { zones } = await visibleZones(context);
  return notFound(
    shown,
    zones.map(({ domain }) => domain),
  );
}

function notFoundAsUndefined(error: unknown): undefined {
  if (error instanceof VpsError && (error.code === "zone_not_found" || error.code === "not_found")) return undefined;
  throw error;
}

function notFound(wanted: string, names: readonly string[]): InputError {
  // The nearest enclosing zone is the one with the most labels.
  const enclosing = names
    .filter((name) => isWithin(wanted, name))
    .sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  const message = `No zone "${wanted}" in this account.`;
  if (enclosing[0] !== undefined) {
    const relative = wanted.slice(0, -enclosing[0].length - 1);
    return new InputError("zone_not_found", message, {
      field: "zone",
      hint: `It lies inside the zone ${enclosing[0]}: give zone "${enclosing[0]}" and name "${relative}".`,
    });
  }
  const nearest = nearestName(wanted, names) ?? names.find((name) => name.startsWith(`${wanted}.`));
  return new InputError("zone_not_found", message, {
    field: "zone",
    hint: nearest === undefined ? whatThereIs(names) : `Did you mean ${nearest}? list_zones shows all.`,
  });
}

function whatThereIs(names: readonly string[]): string {
  if (names.length === 0) return "The account has no zones yet; create_zone makes one.";
  if (names.length > NAMED_MAX) return "list_zones shows all; create_zone makes one.";
  return `It has ${names.join(", ")}; create_zone makes one.`;
}

function ambiguous(name: string, zones: readonly Zone[]): InputError {
  return new InputError("conflict", `This account has ${zones.length} zones named ${name}.`, {
    field: "zone",
    hint: `Give the id of one: ${zones.map(({ id }) => idText(id)).join(", ")}.`,
  });
}
