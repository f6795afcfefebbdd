// The state that a zone file's reading carries from line to line, and how it takes in what the lines say.
import { InputError } from "../../errors.ts";
import { recordKey } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import type { Place } from "./lexer.ts";
import type { Soa } from "./soa.ts";
import type { ZoneFileNotice, ZoneFileOptions, ZoneFileProblem, ZoneFileProblemCode } from "./zone-file.ts";

/** A file with more is no zone file; the rest is not read. */
export const PROBLEMS_MAX = 1000;

/** How far a file is read; the parts of the reader change it in place. */
export interface Reading {
  readonly zone: string;
  readonly keepsFaulty: boolean;
  readonly records: DnsRecord[];
  readonly withoutTtl: Set<DnsRecord>;
  /** The line of each record by what it says. */
  readonly lines: Map<string, number>;
  readonly problems: ZoneFileProblem[];
  readonly notices: ZoneFileNotice[];
  soa: Soa | undefined;
  /** Canonical; names without a final dot are relative to it. The root is the empty text. */
  origin: string;
  /** The origin changed since the last owner was written. */
  originIsNew: boolean;
  /** Canonical owner of the last record; `undefined` before the first and after one that could not be read. */
  owner: string | undefined;
  /** `$TTL`. */
  defaultTtl: number | undefined;
  /** The last TTL that a record was given. */
  lastTtl: number | undefined;
  /** Records and characters that `$GENERATE` has made so far. */
  generatedRecords: number;
  generatedCharacters: number;
}

/** The state before the first line. */
export function startReading({ zone, faulty }: ZoneFileOptions): Reading {
  return {
    zone,
    keepsFaulty: faulty === "keep",
    records: [],
    withoutTtl: new Set(),
    lines: new Map(),
    problems: [],
    notices: [],
    soa: undefined,
    origin: zone,
    originIsNew: false,
    owner: undefined,
    defaultTtl: undefined,
    lastTtl: undefined,
    generatedRecords: 0,
    generatedCharacters: 0,
  };
}

/** Thrown where a line cannot be understood; caught once for each entry. */
export class ZoneFileFault extends Error {
  readonly code: ZoneFileProblemCode;
  readonly place: Place;

  constructor(code: ZoneFileProblemCode, place: Place, message: string) {
    super(message);
    this.name = "ZoneFileFault";
    this.code = code;
    this.place = place;
  }
}

/** Runs `read`; what it is refused for becomes a fault at `place`. */
export function at<Result>(place: Place, code: ZoneFileProblemCode, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw faultOf(error, code, place);
  }
}

/** A refusal as a fault, what to do about it in its message. */
export function faultOf({ message, hint }: InputError, code: ZoneFileProblemCode, place: Place): ZoneFileFault {
  return new ZoneFileFault(code, place, hint === undefined ? message : `${message} ${hint}`);
}

/** Notes what makes the file unusable. */
export function addProblem(reading: Reading, { code, place, message }: ZoneFileFault): void {
  reading.problems.push({ line: place.line, column: place.column, code, message });
}

/** Notes what the reader of the file should know, though it can be used. */
export function addNotice(reading: Reading, { line, column }: Place, message: string): void {
  reading.notices.push({ line, column, message });
}

/** Takes a record in, unless the file has it already: BIND reads it once as well. */
export function addRecord(reading: Reading, record: DnsRecord, place: Place): void {
  const key = recordKey(record);
  const before = reading.lines.get(key);
  if (before !== undefined) {
    addNotice(reading, place, `Repeats the ${record.type} record of line ${before}; read once.`);
    return;
  }
  reading.lines.set(key, place.line);
  reading.records.push(record);
}
