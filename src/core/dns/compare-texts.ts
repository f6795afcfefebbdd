// The order of texts that no locale changes.

/** For `sort`: by code units. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
