// Serial numbers of a zone (RFC 1982): 32 bits that go round, so "newer" is half the circle ahead.

const HALF = 0x8000_0000;

/** Whether `a` is newer than `b`, by serial number arithmetic (RFC 1982 §3.2). */
export function isNewerSerial(a: number, b: number): boolean {
  return a !== b && (a - b) >>> 0 < HALF;
}

/** The serial after this one: the wall clock's seconds where that is newer, the next number otherwise; never backwards. */
export function nextSerial(serial: number, seconds: number | undefined): number {
  const time = (seconds ?? 0) >>> 0;
  // Zero is left out, as in BIND's own increment: some secondaries take it for "no serial yet".
  if (time !== 0 && isNewerSerial(time, serial)) return time;
  return (serial + 1) >>> 0 || 1;
}
