// Finds the zone of a name written in full: the longest of the account's zones that holds it.
import * as z from "zod/mini";
import { absoluteName, isWithin } from "../core/dns/name.ts";
import { InputError } from "../core/errors.ts";
import type { CallOperation } from "./call.ts";

const ROOT = "";
const ZONES_A_PAGE = 1000;
const zonePage = z.object({ zones: z.array(z.object({ name: z.string() })), next_cursor: z.optional(z.string()) });

/**
 * The zone's name.
 * @throws InputError when no zone of the account holds the name.
 */
export async function findZone(name: string, call: CallOperation): Promise<string> {
  const fqdn = absoluteName(name, ROOT);
  let best: string | undefined;
  for (let cursor: string | undefined, more = true; more; ) {
    const page = zonePage.parse(
      await call("list_zones", { limit: ZONES_A_PAGE, ...(cursor === undefined ? {} : { cursor }) }),
    );
    for (const zone of page.zones)
      if (isWithin(fqdn, zone.name) && zone.name.length > (best?.length ?? 0)) best = zone.name;
    cursor = page.next_cursor;
    more = cursor !== undefined;
  }
  if (best !== undefined) return best;
  throw new InputError("zone_not_found", "It is left out, and no zone of this account holds the name.", {
    field: "zone",
    hint: "Set it, or write the name in full, as in _acme-challenge.www.example.com.",
  });
}
