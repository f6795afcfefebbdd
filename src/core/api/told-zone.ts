// The zone of a record's row, where the row tells it: in a member that its reference does not show, or by an absolute
// owner name.
import * as z from "zod/mini";
import { isWithin, looseName } from "../dns/name.ts";
import type { ZoneRef } from "./api.ts";
import { canonicalDomain } from "./canonical-domain.ts";
import { wireId, wireText } from "./wire.ts";

const hint = z.catch(
  z.optional(
    z.union([
      z.pipe(
        wireId,
        z.transform((text) => ({ id: text, domain: text })),
      ),
      z.pipe(
        z.object({ uuid: z.optional(wireId), id: z.optional(wireId), domain: wireText, name: wireText }),
        z.transform(({ uuid, id, domain, name }) => ({ id: uuid ?? id, domain: domain ?? name })),
      ),
    ]),
  ),
  undefined,
);

/** Where servers of this kind put a row's zone. */
const zoneMembers = z.pipe(
  z.object({
    zone: hint,
    zone_uuid: hint,
    zone_id: hint,
    dns_zone: hint,
    zone_name: hint,
    zone_domain: hint,
    domain: hint,
  }),
  z.transform((row) => Object.values(row).filter((told) => told !== undefined)),
);

type Hint = NonNullable<z.output<typeof hint>>;

/** The one of `zones` that a member of the row names, by id or by domain. */
export function zoneNamedByRow(row: unknown, zones: readonly ZoneRef[]): ZoneRef | undefined {
  const hints = zoneMembers.safeParse(row).data ?? [];
  return zones.find((zone) => hints.some((told) => names(told, zone)));
}

/** Whether a member of the row names a zone at all. */
export function rowNamesZone(row: unknown): boolean {
  return (zoneMembers.safeParse(row).data ?? []).length > 0;
}

/** The longest of `zones` that an absolute owner name lies in; a relative name tells nothing. */
export function zoneOfAbsoluteName(name: string, zones: readonly ZoneRef[]): ZoneRef | undefined {
  const lower = looseName(name);
  return zones
    .filter((zone) => isWithin(lower, zone.domain))
    .reduce<ZoneRef | undefined>(
      (longest, zone) => (zone.domain.length > (longest?.domain.length ?? 0) ? zone : longest),
      undefined,
    );
}

function names(told: Hint, zone: ZoneRef): boolean {
  return told.id === zone.id || (told.domain !== undefined && canonicalDomain(told.domain) === zone.domain);
}
