// Where a challenge's record belongs: the account's longest zone that holds the name, or, behind a CNAME that delegates
// it (RFC 8555 §8.4 lets a CA follow one), the zone that holds the target.
import type { HeldRecord, ZoneRef } from "../core/api/api.ts";
import type { Context } from "../core/context.ts";
import { zoneOfAbsoluteName } from "../core/api/told-zone.ts";
import { InputError } from "../core/errors.ts";
import { visibleZones } from "../core/operations/find/allowed.ts";
import { readZone } from "../core/operations/find/read-zone.ts";
import { enumerated } from "../core/text/count.ts";
import { askResolvers } from "../core/wire/ask-resolvers.ts";

/** What resolvers follow, too. */
const ALIASES_MAX = 8;
const LOOK_UP_MS = 5_000;
const ZONES_NAMED_MAX = 5;

export interface Place {
  readonly zone: ZoneRef;
  /** Canonical; another than the challenge's where that is delegated. */
  readonly name: string;
  /** TXT records that are there already. */
  readonly texts: readonly HeldRecord[];
}

/**
 * Finds the place for the record of `wanted` (canonical).
 * @throws InputError zone_not_found, or conflict where CNAMEs lead in a circle
 */
export async function locate(context: Context, wanted: string): Promise<Place> {
  const { zones } = await visibleZones(context);
  let name = wanted;
  for (let aliases = 0; aliases <= ALIASES_MAX; aliases++) {
    const zone = zoneOfAbsoluteName(name, zones);
    const records = zone === undefined ? [] : await recordsAt(context, zone, name);
    const target = zone === undefined ? await aliasElsewhere(context, name) : aliasAmong(records);
    if (target !== undefined) name = target;
    else if (zone !== undefined) return { zone, name, texts: records.filter(({ type }) => type === "TXT") };
    else throw noZone(wanted, name, zones);
  }
  throw new InputError(
    "conflict",
    `The CNAME at ${wanted} leads through more than ${ALIASES_MAX} others, or in a circle.`,
    {
      hint: "Point it at a name in a zone of this account.",
    },
  );
}

async function recordsAt(context: Context, zone: ZoneRef, name: string): Promise<readonly HeldRecord[]> {
  const { held } = await readZone(context, zone);
  return held.filter((record) => record.name === name);
}

function aliasAmong(records: readonly HeldRecord[]): string | undefined {
  return records.find(({ type }) => type === "CNAME")?.record?.value;
}

/** The target of a CNAME in a zone that others serve, as the resolvers know it. */
async function aliasElsewhere({ wire, signal, clock }: Context, name: string): Promise<string | undefined> {
  const asking = { wire, signal, withinMs: LOOK_UP_MS, until: clock.now() + LOOK_UP_MS, now: () => clock.now() };
  const message = await askResolvers(asking, { name, type: "CNAME" });
  return message?.answers.find((record) => record.name === name && record.type === "CNAME")?.rdata?.value;
}

function noZone(wanted: string, name: string, zones: readonly ZoneRef[]): InputError {
  const names = zones.map(({ domain }) => domain);
  const some = names.length === 0 ? "no zones" : enumerated(names.slice(0, ZONES_NAMED_MAX));
  const rest = names.length > ZONES_NAMED_MAX ? " and others" : "";
  const lead = name === wanted ? wanted : `${name}, where the CNAME at ${wanted} leads`;
  return new InputError("zone_not_found", `No zone of this account holds ${lead}.`, {
    hint: `There are ${some}${rest}. A CNAME at ${wanted} into one of them delegates the challenge.`,
  });
}
