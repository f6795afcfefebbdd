import {
  TEXT_MAX_LENGTH,
  lines
} from "./chunk-MPEOOIKC.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  boolean,
  describe,
  number,
  optional,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/text/list-text.ts
function listText({ noun, rows, total, nextCursor, incomplete, narrow }) {
  const shown = rows.length < total ? `, ${rows.length} shown` : "";
  const head = `${count(total, noun)}${shown}${rows.length === 0 ? "." : ":"}`;
  return lines(
    head.charAt(0).toUpperCase() + head.slice(1),
    rows,
    nextCursor === void 0 ? void 0 : `More with cursor "${nextCursor}".${narrow === void 0 ? "" : ` ${narrow}`}`,
    incomplete === true ? "The API counted more than it gave: this list is not whole." : void 0
  );
}
var ROWS_MAX_LENGTH = TEXT_MAX_LENGTH - 4e3;
function fittingRows(rows) {
  let length = 0;
  for (const [at, row] of rows.entries()) {
    length += row.length + 1;
    if (length > ROWS_MAX_LENGTH) return Math.max(1, at);
  }
  return rows.length;
}

// src/core/operations/page.ts
function pageOf(items, request) {
  const { limit, cursor, of, row, line } = request;
  const check = fingerprint(JSON.stringify(of));
  const start = cursor === void 0 ? 0 : offsetOf(cursor, check);
  const wanted = items.slice(start, start + limit).map(row);
  const rows = wanted.slice(0, fittingRows(wanted.map(line)));
  const end = start + rows.length;
  return { rows, nextCursor: end < items.length ? `${end}-${check}` : void 0 };
}
function offsetOf(cursor, check) {
  const [, offset, given] = /^(\d{1,9})-([0-9a-z]+)$/.exec(cursor) ?? [];
  if (offset !== void 0 && given === check) return Number(offset);
  throw new InputError("invalid_input", "The cursor does not belong to this list.", {
    field: "cursor",
    hint: "Pass next_cursor unchanged, with the same filters; leave it out to start again."
  });
}
function fingerprint(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0).toString(36);
}

// src/core/operations/shapes/list-fields.ts
var listFields = {
  total: number(),
  next_cursor: optional(string()).check(describe("Only while there is more")),
  incomplete: optional(boolean()).check(describe("The API held back what it counted"))
};
function listFieldsOf(of) {
  return {
    total: of.total,
    ...of.nextCursor === void 0 ? {} : { next_cursor: of.nextCursor },
    ...of.incomplete ? { incomplete: true } : {}
  };
}

export {
  listText,
  fittingRows,
  pageOf,
  listFields,
  listFieldsOf
};
