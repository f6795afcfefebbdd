// One fact as one line of the journal: a checksum, a space, JSON. A line that was cut short can never pass for whole.
import { crc32 } from "node:zlib";
import { type Fact, factSchema } from "../state/fact.ts";

/** The first line of a journal: what it is, and which form its lines have. */
export const JOURNAL_HEADER = "vps-dns sandbox journal 1\n";

const CHECKSUM_LENGTH = 8;

/** A fact as a line of the journal. */
export function encodeLine(fact: Fact): string {
  const text = JSON.stringify(fact);
  return `${checksum(text)} ${text}\n`;
}

/** Reads a line without its line feed; `undefined` when it is not whole. */
export function decodeLine(line: string): Fact | undefined {
  const text = line.slice(CHECKSUM_LENGTH + 1);
  if (line[CHECKSUM_LENGTH] !== " " || line.slice(0, CHECKSUM_LENGTH) !== checksum(text)) return undefined;
  const result = factSchema.safeParse(JSON.parse(text));
  return result.success ? result.data : undefined;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, "0");
}
