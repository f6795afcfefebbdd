// A page of a list as lines: how many there are, the rows, and how to see the rest.
import { count } from "./count.ts";
import { lines } from "./lines.ts";

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
