import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  plainText
} from "./chunk-FSNRYN5X.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/text/count.ts
function count(number, noun, plural = `${noun}s`) {
  if (number === 0) return `no ${plural}`;
  return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}
function enumerated(items, word = "and") {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

// src/core/text/record-line.ts
function recordLine(record, { absolute = false } = {}) {
  const { id, name, fqdn, type, value, ttl, priority } = record;
  const shown = plainText(value);
  const rdata = type === "TXT" ? `"${shown.replaceAll('"', '\\"')}"` : shown;
  const data = priority === void 0 ? rdata : `${priority} ${rdata}`;
  const line = `${absolute ? fqdn : name} ${ttl} ${plainText(type, 20)} ${data}`;
  return id === void 0 ? line : `${line} ; id ${plainText(id, 100)}`;
}

// src/core/confirmation.ts
function unconfirmed({ confirm, preview }) {
  return { status: "confirmation_required", changed: false, confirm, preview };
}
var confirmByName = (request) => {
  if (request.given === request.target) return Promise.resolve({ granted: true });
  const code = request.given === void 0 ? "confirmation_required" : "confirmation_invalid";
  return Promise.reject(
    new InputError(code, `${request.preview} Nothing has changed.`, {
      field: "confirm",
      hint: `To go ahead, call ${request.operation} again with confirm: "${request.target}".`
    })
  );
};

// src/core/nearest-name.ts
var EDITS_MAX = 2;
function nearestName(wanted, candidates) {
  const limit = Math.min(EDITS_MAX, Math.floor(wanted.length / 3));
  let nearest;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const edits = editDistance(wanted, candidate);
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}
function editDistance(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at2) => at2);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : replaced;
      next.push(Math.min(replaced, swapped, at(row, j) + 1, at(next, j - 1) + 1));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}
function at(row, index) {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

export {
  count,
  enumerated,
  recordLine,
  nearestName,
  unconfirmed,
  confirmByName
};
