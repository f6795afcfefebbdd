// The words and quoted strings of one line, as a master file's reader hands them over.
import type { RdataToken } from "../../../src/core/dns/rdata/record-type-row.ts";

export function wordsAndStrings(text: string): readonly RdataToken[] {
  return Array.from(text.matchAll(/"((?:[^"\\]|\\[^])*)"|(\S+)/g), ([, quoted, word = ""]) =>
    quoted === undefined ? { text: word, quoted: false } : { text: quoted, quoted: true },
  );
}
