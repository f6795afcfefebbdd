// What a preset makes of a zone: the RRsets it speaks for, as they shall be. Pure.
import { rdataKey, rrsetKey } from "../dns/compare.ts";
import { parseOwnerName } from "../dns/name.ts";
import { DEFAULT_TTL_SECONDS, parseRecord } from "../dns/parse-record.ts";
import type { DnsRecord } from "../dns/record.ts";
import { InputError } from "../errors.ts";
import type { Preset, PresetRrset, PresetValues } from "./preset.ts";

/** A preset with its values read, and the zone it is for. */
export interface PresetRequest {
  readonly preset: Preset;
  readonly values: PresetValues;
  readonly state: "present" | "absent";
  /** Canonical. */
  readonly zone: string;
  /** All that stands in the zone; none where nothing is known yet. */
  readonly records: readonly DnsRecord[];
}

/** What the preset's RRsets shall be, and what that takes away. */
export interface PresetRecords {
  /** What each RRset shall be, by rrsetKey. */
  readonly finals: ReadonlyMap<string, readonly DnsRecord[]>;
  /** The records asked for; none with state absent. */
  readonly wanted: readonly DnsRecord[];
  /** Records that stand and go, or are overwritten. */
  readonly leaving: readonly DnsRecord[];
}

/**
 * Works out the RRsets.
 * @throws InputError where the values make no record, or do not go together with what stands
 */
export function presetRecords(request: PresetRequest): PresetRecords {
  const { preset, values, state, zone } = request;
  if (state === "absent" && preset.manner === "merges") throw notTakenApart(preset);
  const parts = preset.rrsets(values, zone).map((rrset) => settle(request, rrset));
  return {
    finals: new Map(parts.map(({ key, final }) => [key, final])),
    wanted: parts.flatMap(({ wanted }) => wanted),
    leaving: parts.flatMap(({ leaving }) => leaving),
  };
}

interface SettledRrset {
  readonly key: string;
  readonly final: readonly DnsRecord[];
  readonly wanted: readonly DnsRecord[];
  readonly leaving: readonly DnsRecord[];
}

function settle({ preset, state, zone, records }: PresetRequest, rrset: PresetRrset): SettledRrset {
  const self = { name: ownerName(rrset.name, zone), type: rrset.type };
  const key = rrsetKey(self);
  const standing = records.filter((record) => rrsetKey(record) === key);
  const owned = standing.filter(({ value }) => owns(rrset, { state, value }));
  const staying = standing.filter((record) => !owned.includes(record));
  // Others of the RRset keep their TTL, and an RRset has one (RFC 2181 §5.2).
  const ttl = (staying[0] ?? { ttl: preset.ttl }).ttl ?? standing[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  const texts = state === "absent" ? [] : rrset.values(owned.map(({ value }) => value));
  const wanted = texts.map((value) => made({ zone, ...self, value, ttl }));
  const kept = new Set(wanted.map(rdataKey));
  return {
    key,
    final: [...staying, ...wanted],
    wanted,
    leaving: owned.filter((record) => !kept.has(rdataKey(record))),
  };
}

function owns(
  rrset: PresetRrset,
  { state, value }: Pick<PresetRequest, "state"> & { readonly value: string },
): boolean {
  return state === "absent" && rrset.leaves !== undefined ? rrset.leaves(value) : rrset.owns(value);
}

function ownerName(name: string, zone: string): string {
  return inValues(() => parseOwnerName(name, zone));
}

function made(input: Parameters<typeof parseRecord>[0]): DnsRecord {
  return inValues(() => parseRecord(input));
}

/** What a record's reader refuses is the fault of the values it was made of. */
function inValues<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `The values make no sound record: ${error.message}`, {
      field: "values",
      hint: error.hint,
      cause: error,
    });
  }
}

function notTakenApart({ name }: Preset): InputError {
  return new InputError(
    "invalid_input",
    `${name} becomes part of a record that others share, and is not taken out of it.`,
    {
      field: "state",
      hint: "set_rrset or update_record writes the record anew; undo_change takes a change back.",
    },
  );
}
