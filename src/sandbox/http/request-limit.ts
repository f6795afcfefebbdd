// A limit on requests per token, for rehearsing. The pages document none.
import { Refusal } from "../api/refusal.ts";

/** So many requests in each window of so many milliseconds. */
export interface RequestLimit {
  readonly requests: number;
  readonly perMs: number;
}

interface Window {
  readonly startedAt: number;
  used: number;
}

/** Counts a token's request; throws Refusal 429 with `Retry-After` once its window is used up. */
export function createRequestLimit({ requests, perMs }: RequestLimit): (token: string, now: number) => void {
  const windows = new Map<string, Window>();
  return (token, now) => {
    const known = windows.get(token);
    const window = known === undefined || now - known.startedAt >= perMs ? { startedAt: now, used: 0 } : known;
    windows.set(token, window);
    window.used++;
    if (window.used <= requests) return;
    const seconds = Math.max(1, Math.ceil((window.startedAt + perMs - now) / 1000));
    throw new Refusal(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
      headers: { "retry-after": String(seconds) },
    });
  };
}
