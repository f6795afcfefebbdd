// A page of a list as lines: how many there are, the rows, and how to see the rest.
import { TEXT_MAX_LENGTH } from "./capped-text.ts";
import { count } from "./count.ts";
import { lines } from "./lines.ts";

/** A page of a list. */
export interface ListText {
  /** Singular; the plural adds an s. */
  readonly noun: string;
  readonly rows: readonly string[];
  readonly total: number;
  readonly nextCursor?: string | undefined;
  readonly incomplete?: boolean | undefined;
  /** How to ask for less, as a sentence. */
  readonly narrow?: string;
}

/** The page as text, complete in itself. */
export function listText({ noun, rows, total, nextCursor, incomplete, narrow }: ListText): string {
  const shown = rows.length < total ? `, ${rows.length} shown` : "";
  const head = `${count(total, noun)}${shown}${rows.length === 0 ? "." : ":"}`;
  return lines(
    head.charAt(0).toUpperCase() + head.slice(1),
    rows,
    nextCursor === undefined
      ? undefined
      : `More with cursor "${nextCursor}".${narrow === undefined ? "" : ` ${narrow}`}`,
    incomplete === true ? "The API counted more than it gave: this list is not whole." : undefined,
  );
}

/** The rest is for what a list says beside its rows: total, summary, cursor. */
const ROWS_MAX_LENGTH = TEXT_MAX_LENGTH - 4_000;

/** How many of the rows, from the first on, one answer has room for; one at least, or a list would never end. */
export function fittingRows(rows: readonly string[]): number {
  let length = 0;
  for (const [at, row] of rows.entries()) {
    length += row.length + 1;
    if (length > ROWS_MAX_LENGTH) return Math.max(1, at);
  }
  return rows.length;
}
