// Reads Retry-After (RFC 9110 §10.2.3): seconds, or a date.

/** How long the server asks to wait, in milliseconds, never negative; undefined when it does not say or cannot be read. */
export function parseRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
