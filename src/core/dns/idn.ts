// Internationalised labels (RFC 5890, UTS #46 non-transitional), one label at a time: a whole name handed to a URL
// parser would turn `1.2.3` into `1.2.0.3`.
import { toASCII, toUnicode } from "tr46";

const OPTIONS = {
  checkBidi: true,
  checkHyphens: true,
  checkJoiners: true,
  // Underscores and wildcards are ours to judge.
  useSTD3ASCIIRules: false,
  transitionalProcessing: false,
  ignoreInvalidPunycode: false,
} as const;

/** The A-label of a U-label, lower case; `undefined` when it is no valid label (RFC 5891 §5). */
export function toALabel(label: string): string | undefined {
  const ascii = toASCII(label, { ...OPTIONS, verifyDNSLength: false });
  // A mapping may yield dots, spaces or nothing at all: none of these is the label that was written.
  return ascii !== null && /^[a-z0-9_*-]+$/.test(ascii) ? ascii : undefined;
}

/** Whether a lower-case `xn--` label is one that a U-label encodes to. */
export function isALabel(label: string): boolean {
  return toALabel(label) === label && toULabel(label) !== label;
}

/** The U-label of an A-label, or the label itself where it is none. */
export function toULabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  const { domain, error } = toUnicode(label, OPTIONS);
  return error ? label : domain;
}
