// What post finds of what main saved. An entry that cannot be read hides no other.
import { getState } from "@actions/core";
import * as z from "zod/mini";
import { type CreatedRecord, createdEntry, type Place, PLACE_ENTRY } from "./state.ts";

const place = z.object({ apiUrl: z.string(), sandbox: z.optional(z.string()) });
const createdRecord = z.object({
  id: z.string(),
  zone: z.object({ id: z.string(), domain: z.string() }),
  name: z.string(),
  type: z.string(),
  fingerprint: z.string(),
});

export interface SavedState {
  /** Undefined where it cannot be read. */
  readonly place: Place | undefined;
  /** Newest first. */
  readonly created: readonly CreatedRecord[];
  /** The entries that cannot be read. */
  readonly damaged: readonly string[];
}

/** Reads the state that main saved. */
export function savedState(): SavedState {
  const damaged: string[] = [];
  const read = <Shape extends z.ZodMiniType>(entry: string, shape: Shape): z.output<Shape> | undefined => {
    const { data } = shape.safeParse(jsonOf(getState(entry)));
    if (data === undefined) damaged.push(entry);
    return data;
  };
  const at = read(PLACE_ENTRY, place);
  const created: CreatedRecord[] = [];
  for (let n = 1; getState(createdEntry(n)) !== ""; n += 1) {
    const record = read(createdEntry(n), createdRecord);
    if (record !== undefined) created.unshift(record);
  }
  return { place: at, created, damaged };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
