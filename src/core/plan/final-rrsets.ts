// From what stands and what is wanted to what each RRset shall be, by mode (product page §5, "Plans").
import { isApexNs } from "../dns/apex-ns.ts";
import { rdataKey } from "../dns/compare.ts";
import { DEFAULT_TTL_SECONDS } from "../dns/parse-record.ts";
import type { DnsRecord } from "../dns/record.ts";
import { typeStandsAlone } from "../dns/record-types.ts";
import { InputError } from "../errors.ts";
import { isUnchanged, type StandingRecord } from "./diff-rrset.ts";
import type { ObservedRecord, PlanMode } from "./plan.ts";
import type { RrsetPair, WantedRrset } from "./wanted.ts";

/** What decides over one RRset. */
export interface FinalRequest {
  readonly zone: string;
  readonly mode: PlanMode;
  /** Records that must stay whatever the mode says: ignored names, other people's challenges. */
  readonly isProtected: (record: DnsRecord) => boolean;
}

/**
 * What the RRset shall be; nothing is told of one that stays, as nearly all of a large zone do.
 * @throws InputError conflict where `merge` would have to take away more than a CNAME's old target.
 */
export function finalRrset(
  request: FinalRequest,
  { standing, wanted }: RrsetPair<StandingRecord>,
): readonly DnsRecord[] | undefined {
  if (wanted === undefined) return request.mode === "exact" ? remaining(request, standing) : undefined;
  // What is never touched keeps its TTL, and an RRset has one (RFC 2181 §5.2).
  const ttl = protectedTtl(request, standing) ?? wanted.ttl ?? standing[0]?.record.ttl ?? DEFAULT_TTL_SECONDS;
  if (isUnchanged(standing, wanted.records, ttl)) return undefined;
  const held = standing.map(({ record }) => record);
  const kept = request.mode === "merge" && !isAliasSet(wanted) ? held : held.filter(request.isProtected);
  const records = new Map<string, DnsRecord>();
  for (const record of [...kept, ...wanted.records]) records.set(rdataKey(record), { ...record, ttl });
  // Without a TTL asked for, records that stay keep what they have: nothing is mended that nobody named.
  if (wanted.ttl === undefined) for (const record of kept) records.set(rdataKey(record), record);
  return [...records.values()];
}

function protectedTtl({ isProtected }: FinalRequest, standing: readonly StandingRecord[]): number | undefined {
  for (const { record } of standing) if (isProtected(record)) return record.ttl;
  return undefined;
}

/** In an exact zone an unnamed RRset goes, but for the apex NS: those are changed by naming them, never by silence. */
function remaining({ zone, isProtected }: FinalRequest, standing: readonly StandingRecord[]): readonly DnsRecord[] {
  const held = standing.map(({ record }) => record);
  return held.filter((record) => isProtected(record) || isApexNs(record, zone));
}

/**
 * Refuses a CNAME over other data and data over a CNAME at the names that are changed, where the mode does not take the
 * other away; names that nobody changes may be as broken as they are. `finals` are all RRsets there, `unknown` the
 * records there that nobody here understands, which no mode takes away.
 * @throws InputError conflict, naming the owner name.
 */
export function refuseAliasConflicts(
  finals: readonly (readonly DnsRecord[])[],
  unknown: readonly Pick<ObservedRecord, "name" | "type">[],
): void {
  const aliases = new Set<string>();
  const others = new Set<string>();
  for (const [first] of finals) {
    if (first === undefined) continue;
    (typeStandsAlone(first.type) ? aliases : others).add(first.name);
  }
  for (const { name, type } of unknown) {
    // A CNAME whose value is not understood stands beside another CNAME as badly as beside anything else.
    if (aliases.has(name) || !typeStandsAlone(type)) others.add(name);
    if (typeStandsAlone(type)) aliases.add(name);
  }
  for (const name of aliases) {
    if (!others.has(name)) continue;
    throw new InputError("conflict", `A CNAME at ${name} cannot stand beside other records (RFC 1034 §3.6.2).`, {
      field: "name",
      hint: "Take the other records away first, or use set_rrset with replace_conflicts. Mode exact takes away what is not named.",
    });
  }
}

function isAliasSet({ records }: WantedRrset): boolean {
  return records[0] !== undefined && typeStandsAlone(records[0].type);
}
