// What a zone's server says where a name is handed to other servers: no answer, but the NS set of the cut and the
// addresses that go with it (RFC 1034 §4.3.2, step 3b). For those very records that is all a zone can say.
import { isWithin } from "../dns/name.ts";
import { recordsOf } from "./records-of.ts";
import type { Question, WireMessage, WireRecord } from "./wire.ts";

/** The owner of the cut that an answer refers to, inside the zone and at or above the name that was asked for. */
export function referredCut(
  { aa, authorities }: WireMessage,
  { name: asked }: Question,
  zone: string,
): string | undefined {
  if (aa) return undefined;
  const cuts = authorities.filter(
    ({ type, name }) => type === "NS" && name !== zone && isWithin(name, zone) && isWithin(asked, name),
  );
  return cuts[0]?.name;
}

/** The records asked for, where the referral itself holds them: the NS of the cut, or the address of a server below. */
export function referredRecords(
  { authorities, additionals }: WireMessage,
  { name, type }: Question,
): readonly WireRecord[] {
  if (type === "NS") return recordsOf(authorities, name, "NS");
  return type === "A" || type === "AAAA" ? recordsOf(additionals, name, type) : [];
}
