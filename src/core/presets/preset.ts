// What a preset is: a known task, the values it takes, and the RRsets it makes of them. No list, no I/O.
import type { RecordType } from "../dns/record-types.ts";

/** One key of `values`. */
export interface PresetKey {
  /** What it is and where it comes from, as the end of "… is". */
  readonly description: string;
  readonly example: string;
  /** What the bare value is, start to end. */
  readonly pattern: RegExp;
  /** What portals show in front of it, matched at the start. */
  readonly prefix?: RegExp;
  /** Read without regard to letter case, kept in lower case. */
  readonly lower?: boolean;
  readonly optional?: boolean;
  /** Several: a list, or a text with commas or spaces between them. */
  readonly many?: boolean;
  /** Says which record is meant, so it is needed to take the record away as well. */
  readonly placing?: boolean;
  /** What the pattern cannot say; given what the pattern took. */
  readonly holds?: (bare: string) => boolean;
}

/** Read values, by the preset's own keys. */
export interface PresetValues<Key extends string = string> {
  /** Of a required key. */
  text(key: Key): string;
  /** Of an optional key. */
  maybe(key: Key): string | undefined;
  /** Of a key that takes several. */
  all(key: Key): readonly string[];
  /** Of a key that is yes or no. */
  isOn(key: Key): boolean | undefined;
}

/** How what a preset brings gets on with what stands at the same owner name and type. */
export type Manner =
  /** It stands beside the others. */
  | "joins"
  /** Earlier ones of its kind go. */
  | "replaces"
  /** It becomes part of the one that is there. */
  | "merges";

/** What a preset makes of one RRset. Records of the RRset that it does not own stay as they are. */
export interface PresetRrset {
  /** Owner name, relative to the zone or absolute. */
  readonly name: string;
  readonly type: RecordType;
  /** Whether a standing value is the preset's own: it stays when it is still wanted, and goes otherwise. */
  owns(value: string): boolean;
  /** The values wanted, in presentation form, from the owned ones that stand. */
  values(owned: readonly string[]): readonly string[];
  /** What goes with state absent, where that is less than what it owns. */
  leaves?(value: string): boolean;
}

/** A row of the table. */
export interface Preset<Key extends string = string> {
  /** kebab-case. */
  readonly name: string;
  readonly title: string;
  /** Two sentences: what it does and what the records are for. */
  readonly about: string;
  /** The record, as people write it down: `_dmarc TXT`. */
  readonly record: string;
  readonly manner: Manner;
  /** Seconds, where the task wants others than an RRset's own or the default. */
  readonly ttl?: number;
  /** How long the record is needed, as a sentence. */
  readonly stays: string;
  /** Whether a workflow takes the record away again at its end, unless it says otherwise. */
  readonly cleanup: boolean;
  readonly keys: Readonly<Record<Key, PresetKey>>;
  // A method: bivariance lets one array hold presets of different keys.
  /** @throws InputError for values that do not go together, or not with what stands */
  rrsets(values: PresetValues<Key>, zone: string): readonly PresetRrset[];
}

/** Declares a preset; its `rrsets` can ask for its own keys only. */
export function definePreset<Key extends string>(preset: Preset<Key>): Preset<Key> {
  return preset;
}
