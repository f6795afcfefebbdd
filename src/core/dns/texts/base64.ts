// Base64 in texts: read strictly, since verifiers do.

/** How many octets a base64 text stands for, padding optional; `undefined` when it is none. */
export function base64Octets(text: string): number | undefined {
  const digits = /^([A-Za-z0-9+/]*)={0,2}$/.exec(text)?.[1];
  if (digits === undefined || digits.length % 4 === 1) return undefined;
  if (text.length > digits.length && text.length % 4 !== 0) return undefined;
  return Math.floor((digits.length * 3) / 4);
}
