// Which zone a record id belongs to, as every list and answer has told it. A record never moves to another zone, so
// what was seen once stays true as long as the record exists.
import type { ZoneRef } from "./api.ts";

/** Ids kept; the oldest go first. Some ten megabytes at the most. */
const KEPT_MAX = 100_000;

/** What is known of records' zones; shared by all calls of a client. */
export interface RecordZones {
  remember(id: string, zone: ZoneRef): void;
  of(id: string): ZoneRef | undefined;
  forget(id: string): void;
  /** False once rows of the account-wide list were seen not to tell their zones. */
  rowsTell: boolean;
}

/** Nothing known yet. */
export function createRecordZones(): RecordZones {
  const kept = new Map<string, ZoneRef>();
  return {
    rowsTell: true,
    remember: (id, zone) => {
      kept.set(id, zone);
      if (kept.size <= KEPT_MAX) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
    of: (id) => kept.get(id),
    forget: (id) => {
      kept.delete(id);
    },
  };
}
