// The reader of master files (RFC 1035 §5): every line becomes a record, a notice or a problem with its place.
import { isDirective, readDirective } from "./directives.ts";
import { type Entry, Lexer, type LexicalFault } from "./lexer.ts";
import { addProblem, PROBLEMS_MAX, type Reading, startReading, ZoneFileFault } from "./reading.ts";
import { readRecordEntry, writtenOwner } from "./read-record.ts";
import type { ZoneFile, ZoneFileOptions } from "./zone-file.ts";

/**
 * Reads a whole zone file, in time linear in its length, and never throws: what cannot be read is among the problems,
 * and reading goes on behind it. Nothing is left out in silence.
 */
export function parseZoneFile(text: string, options: ZoneFileOptions): ZoneFile {
  const reading = startReading(options);
  const lexer = new Lexer(text);
  for (let entry = lexer.next(); entry !== undefined; entry = lexer.next()) {
    readEntry(reading, entry);
    if (reading.problems.length >= PROBLEMS_MAX) {
      addProblem(reading, new ZoneFileFault("limit", entry, `Reading stopped after ${PROBLEMS_MAX} problems.`));
      break;
    }
  }
  const { records, withoutTtl, problems, notices, soa } = reading;
  return { records, withoutTtl, problems, notices, ...(soa === undefined ? {} : { soa }) };
}

function readEntry(reading: Reading, entry: Entry): void {
  try {
    if (entry.fault !== undefined) readBroken(reading, entry, entry.fault);
    else if (isDirective(entry)) readDirective(reading, entry);
    else readRecordEntry(reading, entry);
  } catch (error) {
    if (!(error instanceof ZoneFileFault)) throw error;
    addProblem(reading, error);
  }
}

/** No record, but the lines that follow may still inherit its owner. */
function readBroken(reading: Reading, { startsBlank, tokens: [first] }: Entry, fault: LexicalFault): never {
  if (!startsBlank && first !== undefined) writtenOwner(reading, first);
  throw new ZoneFileFault("syntax", fault, fault.message);
}
