// Reads a journal back: every whole line, and how far the file is good. What a crash left half-written is dropped.
import { readFile } from "node:fs/promises";
import { InputError } from "../../core/errors.ts";
import type { Fact } from "../state/fact.ts";
import { decodeLine, JOURNAL_HEADER } from "./journal-line.ts";

const LINE_FEED = 0x0a;

export interface JournalContent {
  readonly lines: number;
  /** The file is good up to here, and was cut short after it. */
  readonly goodBytes: number;
}

/**
 * Gives every fact to `apply`, in order. An absent file is an empty journal.
 * @throws InputError when the file is something else, or is damaged anywhere but at its end.
 */
export async function readJournal(path: string, apply: (fact: Fact) => void): Promise<JournalContent> {
  const bytes = await bytesOf(path);
  const header = Buffer.from(JOURNAL_HEADER);
  if (bytes.length < header.length && header.subarray(0, bytes.length).equals(bytes)) return { lines: 0, goodBytes: 0 };
  if (!bytes.subarray(0, header.length).equals(header)) throw notAJournal();
  let lines = 0;
  let start = header.length;
  for (const [line, end] of linesOf(bytes, start)) {
    const fact = decodeLine(line);
    if (fact === undefined) {
      mustBeLast(bytes, end);
      break;
    }
    apply(fact);
    lines++;
    start = end;
  }
  return { lines, goodBytes: start };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** The lines that end in a line feed, each with the offset of the next. */
function* linesOf(bytes: Buffer, from: number): Generator<readonly [string, number]> {
  let start = from;
  for (let end = bytes.indexOf(LINE_FEED, start); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    yield [bytes.toString("utf8", start, end), end + 1];
    start = end + 1;
  }
}

/** A whole line after a bad one means that what was promised to be kept has been damaged since. */
function mustBeLast(bytes: Buffer, from: number): void {
  for (const [line] of linesOf(bytes, from)) {
    if (decodeLine(line) !== undefined) {
      throw new InputError("invalid_input", "The sandbox's journal is damaged in the middle.", {
        field: "data",
        hint: "Put the folder back from a copy, or name another folder to start afresh.",
      });
    }
  }
}

function notAJournal(): InputError {
  return new InputError("invalid_input", "The data folder holds a journal that this version cannot read.", {
    field: "data",
    hint: "Name another folder, or use the version of vps-dns that wrote it.",
  });
}
