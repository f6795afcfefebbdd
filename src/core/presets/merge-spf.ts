// One SPF record out of what stands and what is wanted (RFC 7208): terms are added before `all`, nothing is lost.
import { isAll, isSpf, parseSpf, reachableTerms, type SpfTerm } from "../dns/texts/spf-terms.ts";
import { InputError } from "../errors.ts";

/** What is to be in the record. */
export interface SpfWanted {
  /** Mechanisms such as `include:_spf.example.net`. */
  readonly terms: readonly string[];
  /** `-all`, `~all` or `?all`; the standing one is kept when left out, and a new record gets `~all`. */
  readonly all?: string | undefined;
}

interface Word {
  /** As written: macros tell capitals apart. */
  readonly text: string;
  readonly term: SpfTerm;
}

const VERSION = "v=spf1";

/** Whether a text is the record of a name that mergeSpf takes in hand. */
export function isSpfText(value: string): boolean {
  return isSpf({ value });
}

/** Whether a text is one sound term of an SPF record. */
export function isSpfTerm(text: string): boolean {
  const words = wordsOf(`${VERSION} ${text}`);
  return words.length === 1 && words[0]?.term.fault === undefined;
}

/**
 * The one text that is to stand in place of all `standing`; the standing one itself where it says all of it already.
 * @throws InputError conflict where two records end differently, or an `all` would cut off a redirect
 */
export function mergeSpf(standing: readonly string[], { terms, all }: SpfWanted): string {
  const [first, ...others] = standing.map(wordsOf);
  if (first === undefined) return [VERSION, ...terms, all ?? "~all"].join(" ");
  const ending = endingOf([first, ...others], all);
  const added = newTerms(first, [...others.flatMap(livingTerms), ...terms]);
  const kept = withEnding(first, ending);
  if (added.length === 0 && sameWords(kept, first) && standing[0] !== undefined) return standing[0];
  const place = kept.findIndex(({ term }) => isAll(term) || isRedirect(term));
  const texts = kept.map(({ text }) => text);
  return [VERSION, ...texts.toSpliced(place === -1 ? texts.length : place, 0, ...added)].join(" ");
}

function wordsOf(value: string): readonly Word[] {
  const texts = value
    .slice(VERSION.length)
    .split(" ")
    .filter((text) => text !== "");
  const { terms } = parseSpf({ name: "", type: "TXT", ttl: 0, value });
  return terms.map((term, at) => ({ term, text: texts[at] ?? term.text }));
}

/** The mechanisms of a record that are ever looked at, but for its `all`. */
function livingTerms(words: readonly Word[]): readonly string[] {
  return livingWords(words).map(({ text }) => text);
}

function livingWords(words: readonly Word[]): readonly Word[] {
  const reached = new Set(
    reachableTerms({ record: { name: "", type: "TXT", ttl: 0, value: "" }, terms: words.map(({ term }) => term) }),
  );
  return words.filter(({ term }) => reached.has(term) && term.qualifier !== undefined && !isAll(term));
}

function newTerms(first: readonly Word[], wanted: readonly string[]): readonly string[] {
  const known = new Set(livingTerms(first).map(termKey));
  return wanted.filter((text) => {
    const key = termKey(text);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** `+` is what a mechanism without a sign has. */
function termKey(text: string): string {
  return text.toLowerCase().replace(/^\+/, "");
}

function endingOf(records: readonly (readonly Word[])[], given: string | undefined): string | undefined {
  const redirects = records.some(
    (words) => !words.some(({ term }) => isAll(term)) && words.some(({ term }) => isRedirect(term)),
  );
  const endings = new Set(records.flatMap((words) => words.find(({ term }) => isAll(term))?.text.toLowerCase() ?? []));
  if (redirects && (given !== undefined || endings.size > 0 || records.length > 1)) throw cutsRedirect();
  if (given !== undefined) return given;
  if (endings.size > 1) throw endsDiffer();
  return [...endings][0];
}

function withEnding(words: readonly Word[], ending: string | undefined): readonly Word[] {
  if (ending === undefined) return words;
  const [last] = wordsOf(`${VERSION} ${ending}`);
  if (last === undefined) return words;
  const place = words.findIndex(({ term }) => isAll(term));
  if (place === -1) return [...words, last];
  return words[place]?.text.toLowerCase() === ending ? words : words.with(place, last);
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);
}

function isRedirect({ name, qualifier }: SpfTerm): boolean {
  return name === "redirect" && qualifier === undefined;
}

function endsDiffer(): InputError {
  return new InputError("conflict", "Two SPF records stand there, and they end in a different all.", {
    field: "values.all",
    hint: "Give all, such as all=~all: the two become one record that ends in it.",
  });
}

function cutsRedirect(): InputError {
  return new InputError("conflict", "The SPF record there hands over with redirect, which an all would cut off.", {
    field: "values.all",
    hint: "Leave all out, or write the whole record anew with update_record.",
  });
}
