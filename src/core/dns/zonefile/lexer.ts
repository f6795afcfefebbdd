// The lexer of master files (RFC 1035 §5.1): from text to entries of tokens, each with its line and column.
// It takes text apart as BIND's does and knows nothing of what the tokens mean.
import type { RdataToken } from "../rdata/record-type-row.ts";

/** A place in the text, both counted from 1; a column is one UTF-16 code unit. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A word or a quoted string, its escapes still in it, its quotes taken off. */
export interface Token extends RdataToken, Place {}

/** Why an entry cannot be taken apart. */
export interface LexicalFault extends Place {
  readonly message: string;
}

/** One line, or the several lines that parentheses join. */
export interface Entry extends Place {
  /** It starts with white space: the owner name is the one before. */
  readonly startsBlank: boolean;
  readonly tokens: readonly Token[];
  readonly fault: LexicalFault | undefined;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

const ENDS_WORD = new Uint8Array(128);
for (const code of [TAB, LF, CR, SPACE, QUOTE, OPEN, CLOSE, SEMICOLON]) ENDS_WORD[code] = 1;

/** How often an unclosed parenthesis may cost a second look at the rest of the text: the work stays linear. */
const REWINDS_MAX = 16;

/** Takes a file apart, entry by entry. */
export class Lexer {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #rewindsLeft = REWINDS_MAX;
  #scanned = 0;
  #fault: LexicalFault | undefined;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith("\ufeff")) this.#at = this.#lineStart = 1;
  }

  /** Characters looked at so far, those looked at again counted again. */
  get scanned(): number {
    return this.#scanned;
  }

  /** The next entry that has anything in it; `undefined` at the end. */
  next(): Entry | undefined {
    while (this.#at < this.#text.length) {
      const entry = this.#joined();
      if (entry.tokens.length > 0 || entry.fault !== undefined) return entry;
    }
    return undefined;
  }

  /** A parenthesis that nothing closes would swallow the rest of the file: its own line alone is given up for it. */
  #joined(): Entry {
    const [at, line, lineStart] = [this.#at, this.#line, this.#lineStart];
    const entry = this.#entry(this.#rewindsLeft > 0);
    this.#scanned += this.#at - at;
    if (entry.fault !== UNCLOSED) return entry;
    this.#rewindsLeft--;
    [this.#at, this.#line, this.#lineStart] = [at, line, lineStart];
    const alone = this.#entry(false);
    this.#scanned += this.#at - at;
    return alone;
  }

  #entry(joinsLines: boolean): Entry {
    const text = this.#text;
    const start = this.#place();
    const startsBlank = isBlank(text.charCodeAt(this.#at));
    const tokens: Token[] = [];
    let depth = 0;
    let opened = start;
    this.#fault = undefined;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      else if (code === LF || code === CR) {
        this.#newLine(code);
        if (depth === 0 || !joinsLines) break;
      } else if (code === SEMICOLON) this.#skipComment();
      else if (code === OPEN) {
        if (depth === 0) opened = this.#place();
        depth++;
        this.#at++;
      } else if (code === CLOSE) {
        if (depth === 0) this.#fail(this.#place(), "A closing parenthesis has no opening one.");
        else depth--;
        this.#at++;
      } else tokens.push(code === QUOTE ? this.#quoted() : this.#word());
    }
    if (depth > 0 && joinsLines)
      return { line: start.line, column: start.column, startsBlank, tokens, fault: UNCLOSED };
    if (depth > 0) this.#fail(opened, "This parenthesis is never closed.");
    const fault: LexicalFault | undefined = this.#fault;
    return { line: start.line, column: start.column, startsBlank, tokens, fault };
  }

  #word(): Token {
    const text = this.#text;
    const from = this.#at;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        // The end of a line ends a word, escaped or not.
        if (!isLineEnd(text.charCodeAt(at + 1))) at++;
      } else if (ENDS_WORD[code] === 1) break;
    }
    this.#at = Math.min(at, text.length);
    return { text: text.slice(from, this.#at), quoted: false, line: this.#line, column: from - this.#lineStart + 1 };
  }

  /** An escaped line end belongs to the string; a bare one ends it, and is a fault. */
  #quoted(): Token {
    const text = this.#text;
    const place = this.#place();
    const from = this.#at + 1;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return { text: text.slice(from, at), quoted: true, ...place };
      }
      if (code === LF) {
        this.#at = at;
        return this.#unclosedString(from, place);
      }
      if (code !== BACKSLASH) continue;
      at++;
      if (text.charCodeAt(at) === LF) this.#startLine(at + 1);
    }
    this.#at = text.length;
    return this.#unclosedString(from, place);
  }

  #unclosedString(from: number, place: Place): Token {
    this.#fail(place, "This quoted string is not closed on its line.");
    return { text: this.#text.slice(from, this.#at), quoted: true, ...place };
  }

  #skipComment(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }

  /** As in BIND a lone carriage return ends a line, and is not counted as one. */
  #newLine(code: number): void {
    this.#at++;
    if (code === CR && this.#text.charCodeAt(this.#at) !== LF) return;
    if (code === CR) this.#at++;
    this.#startLine(this.#at);
  }

  #startLine(at: number): void {
    this.#line++;
    this.#lineStart = at;
  }

  #place(): Place {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** The first fault of an entry is the one told. */
  #fail(place: Place, message: string): void {
    this.#fault ??= { ...place, message };
  }
}

/** Marks an entry whose parentheses ran into the end of the text; never leaves this file. */
const UNCLOSED: LexicalFault = { line: 0, column: 0, message: "" };

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}
