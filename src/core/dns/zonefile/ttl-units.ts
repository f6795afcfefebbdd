// TTLs and SOA timers as BIND lets them be written: seconds, or numbers with units (`1h30m`, `2W`).

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/** BIND's own limit; nothing longer is a time. */
const TEXT_MAX_LENGTH = 63;
const IN_UNITS = /^(?:\d{1,10}[wdhms])+$/i;

/** Whether a token stands where a TTL or a type may, and can only be meant as a TTL. */
export function looksLikeTtl(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Seconds, as many as are written; `undefined` for what is no time. */
export function readSeconds(text: string): number | undefined {
  if (text.length > TEXT_MAX_LENGTH) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  if (!IN_UNITS.test(text)) return undefined;
  let seconds = 0;
  for (const [, number, unit = ""] of text.toLowerCase().matchAll(/(\d+)([wdhms])/g)) {
    seconds += Number(number) * (UNITS[unit] ?? 0);
  }
  return seconds;
}
