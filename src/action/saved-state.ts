// What post finds of what main saved.
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
  readonly place: Place;
  /** Newest first. */
  readonly created: readonly CreatedRecord[];
}

/** Reads the state that main saved. */
export function savedState(): SavedState {
  const created: CreatedRecord[] = [];
  for (let n = 1; getState(createdEntry(n)) !== ""; n += 1) {
    created.unshift(createdRecord.parse(JSON.parse(getState(createdEntry(n)))));
  }
  return { place: place.parse(JSON.parse(getState(PLACE_ENTRY))), created };
}
