// BIND's `$GENERATE`: its range, and the templates that its iterator is put into.

/** The numbers of a `$GENERATE` line. */
export interface GenerateRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

type Mode = "d" | "o" | "x" | "X" | "n" | "N";

type Piece = string | { readonly offset: number; readonly width: number; readonly mode: Mode };

/** A template taken apart. */
export type Template = readonly Piece[];

const ITERATOR_MAX = 2 ** 31 - 1;
const MODIFIER = /\{(-?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}/y;
const RADIX = { d: 10, o: 8, x: 16, X: 16, n: 16, N: 16 } as const;

/** `1-254` or `0-100/4`; `undefined` when it is no range. */
export function readRange(text: string): GenerateRange | undefined {
  const [, from, to, by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text) ?? [];
  const range = { start: Number(from), stop: Number(to), step: Number(by) };
  return range.start <= range.stop && range.stop <= ITERATOR_MAX && range.step > 0 ? range : undefined;
}

/** Takes a template apart: `$` is the iterator, `${offset,width,mode}` shapes it, `$$` and `\$` are a dollar sign. */
export function readTemplate(text: string): Template | undefined {
  const pieces: Piece[] = [];
  let literal = "";
  // As in BIND 9.18, an offset stays for the later iterators of the same template.
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === "\\") literal += char + text.charAt(++at);
    else if (char !== "$") literal += char;
    else if (next === "$") literal += text.charAt(++at);
    else {
      MODIFIER.lastIndex = at + 1;
      const modifier = next === "{" ? MODIFIER.exec(text) : [];
      if (modifier === null) return undefined;
      const [whole = "", written, width = "0", mode] = modifier;
      offset = written === undefined ? offset : Number(written);
      pieces.push(literal, { offset, width: Number(width), mode: readMode(mode) });
      literal = "";
      at += whole.length;
    }
  }
  return [...pieces, literal];
}

/** The template's text for one value of the iterator. */
export function fillTemplate(template: Template, iterator: number): string {
  return template.map((piece) => (typeof piece === "string" ? piece : shaped(iterator + piece.offset, piece))).join("");
}

function readMode(text: string | undefined): Mode {
  return text === "o" || text === "x" || text === "X" || text === "n" || text === "N" ? text : "d";
}

function shaped(value: number, { width, mode }: { readonly width: number; readonly mode: Mode }): string {
  if (mode === "n" || mode === "N") return inCase(nibbles(value, width), mode);
  const sign = mode === "d" && value < 0 ? "-" : "";
  // C prints a negative number in octal or hexadecimal as its two's complement in 32 bits.
  const digits = (mode === "d" ? Math.abs(value) : value >>> 0).toString(RADIX[mode]);
  return sign + inCase(digits.padStart(width - sign.length, "0"), mode);
}

/** Hexadecimal digits, the least first, dots between them, for `ip6.arpa`; the width counts the dots. */
function nibbles(value: number, width: number): string {
  const digits = Array.from((value >>> 0).toString(16)).reverse();
  let text = digits.join(".");
  while (text.length < width) text += text.length % 2 === 1 ? "." : "0";
  return text;
}

function inCase(text: string, mode: Mode): string {
  return mode === "X" || mode === "N" ? text.toUpperCase() : text;
}
