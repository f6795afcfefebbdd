// tr46's mapping table, 140 kB of JSON, in less than half of it. Every code point is in the table, in order: a row's length
// says where the next begins.
import * as z from "zod/mini";

const points = z.union([z.number(), z.tuple([z.number(), z.number()])]);
const table = z.array(z.union([z.tuple([points, z.number()]), z.tuple([points, z.number(), z.string()])]));

// Statuses by number, in upper case, so that they end the length before them. Two of them map to something.
const LETTERS = "_MVX__DI";
const MAPPING = "MD";

// Reads a line a row: how many more code points than one, in base 36, where it is a range; the status; what it maps to.
const UNPACK = `
let next = 0;
module.exports = lines.split("\\n").map((line) => {
  const [, more, letter, mapping] = /^([0-9a-z]*)([A-Z])(.*)$/s.exec(line);
  const first = next;
  const last = first + (more === "" ? 0 : Number.parseInt(more, 36));
  next = last + 1;
  const row = [more === "" ? first : [first, last], ${JSON.stringify(LETTERS)}.indexOf(letter)];
  return ${JSON.stringify(MAPPING)}.includes(letter) ? [...row, mapping] : row;
});
`;

/** A CommonJS module that gives what the table's JSON holds. */
export function packedTable(json: string): string {
  let next = 0;
  const lines = table.parse(JSON.parse(json)).map(([which, status, mapping]) => {
    const [first, last] = typeof which === "number" ? [which, which] : which;
    const letter = LETTERS[status] ?? "_";
    if (first !== next || letter === "_" || MAPPING.includes(letter) !== (mapping !== undefined)) {
      throw new Error("tr46's table is not as it was, so it cannot be packed.");
    }
    next = last + 1;
    const more = typeof which === "number" ? "" : (last - first).toString(36);
    return `${more}${letter}${mapping ?? ""}`;
  });
  return `const lines = ${JSON.stringify(lines.join("\n"))};${UNPACK}`;
}
