// Pages of a list: a cursor that is opaque to callers and good only for the question it was made for.
import { InputError } from "../errors.ts";
import { fittingRows } from "../text/list-text.ts";

/** Which page of which list. */
export interface PageRequest<Item, Row> {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** What makes the list this list: filters and zone. */
  readonly of: readonly (string | undefined)[];
  readonly row: (item: Item) => Row;
  /** The row in the text: a page ends where that would be cut, so that nothing is behind the cursor unseen. */
  readonly line: (row: Row) => string;
}

/** A page, and the cursor of the next one while there is more. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly nextCursor: string | undefined;
}

/**
 * One page of a list in a stable order: `limit` rows, or as many as one answer has room for.
 * @throws InputError invalid_input for a cursor that another list gave
 */
export function pageOf<Item, Row>(items: readonly Item[], request: PageRequest<Item, Row>): Page<Row> {
  const { limit, cursor, of, row, line } = request;
  const check = fingerprint(JSON.stringify(of));
  const start = cursor === undefined ? 0 : offsetOf(cursor, check);
  const wanted = items.slice(start, start + limit).map(row);
  const rows = wanted.slice(0, fittingRows(wanted.map(line)));
  const end = start + rows.length;
  return { rows, nextCursor: end < items.length ? `${end}-${check}` : undefined };
}

function offsetOf(cursor: string, check: string): number {
  const [, offset, given] = /^(\d{1,9})-([0-9a-z]+)$/.exec(cursor) ?? [];
  if (offset !== undefined && given === check) return Number(offset);
  throw new InputError("invalid_input", "The cursor does not belong to this list.", {
    field: "cursor",
    hint: "Pass next_cursor unchanged, with the same filters; leave it out to start again.",
  });
}

// FNV-1a: it tells lists apart and protects nothing.
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
