// Timestamps for people.
import { plainText } from "./plain-text.ts";

/** The day of an ISO timestamp; anything else as it came. */
export function dayOf(timestamp: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(timestamp)?.[0] ?? plainText(timestamp, 40);
}
