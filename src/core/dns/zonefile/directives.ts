// The `$` lines of a master file: `$ORIGIN`, `$TTL`, BIND's `$GENERATE`; `$INCLUDE` is refused.
import { absoluteName } from "../name.ts";
import { fillTemplate, type GenerateRange, readRange, readTemplate, type Template } from "./generate-template.ts";
import { type Entry, Lexer, type Place, type Token } from "./lexer.ts";
import { at, type Reading, ZoneFileFault } from "./reading.ts";
import { readHead, readTtl, type RecordHead, takeRecord, writtenOwner } from "./read-record.ts";

/** How many records the `$GENERATE` lines of a file may make in all. */
const GENERATED_RECORDS_MAX = 65_536;
/** And how much text, so that a short file cannot ask for gigabytes. */
const GENERATED_CHARACTERS_MAX = 10_000_000;

type Directive = (reading: Reading, directive: Token, args: readonly Token[]) => void;

const directives: ReadonlyMap<string, Directive> = new Map([
  ["$ORIGIN", setOrigin],
  ["$TTL", setTtl],
  ["$GENERATE", generate],
  ["$INCLUDE", refuseInclude],
]);

/** Whether an entry is a directive and no record. */
export function isDirective({ startsBlank, tokens }: Entry): boolean {
  return !startsBlank && tokens[0]?.text.startsWith("$") === true;
}

/** @throws ZoneFileFault */
export function readDirective(reading: Reading, { tokens }: Entry): void {
  const [directive, ...args] = tokens;
  if (directive === undefined) return;
  const read = directives.get(directive.text.toUpperCase());
  if (read === undefined) {
    throw refusal(
      directive,
      "There is no such directive. Known are $ORIGIN, $TTL and $GENERATE; a name that starts so is written with \\$.",
    );
  }
  read(reading, directive, args);
}

function setOrigin(reading: Reading, directive: Token, args: readonly Token[]): void {
  const name = onlyArgument(directive, args, "a domain name");
  reading.origin = at(name, "directive", () => absoluteName(name.text, reading.origin));
  reading.originIsNew = true;
}

function setTtl(reading: Reading, directive: Token, args: readonly Token[]): void {
  reading.defaultTtl = readTtl(onlyArgument(directive, args, "a TTL"));
}

function refuseInclude(_: Reading, directive: Token): never {
  throw refusal(directive, "$INCLUDE is not followed: other files are out of reach. Put their lines in its place.");
}

function generate(reading: Reading, directive: Token, args: readonly Token[]): void {
  const [range, left, ...rest] = args;
  if (range === undefined || left === undefined) throw badGenerate(directive);
  const head = readHead(rest, left);
  const [right, surplus] = head.rdata;
  if (right === undefined || surplus !== undefined) throw badGenerate(surplus ?? head.place);
  const iterations = readRange(range.text);
  if (iterations === undefined) throw refusal(range, "That is no range. Write start-stop or start-stop/step.");
  expand(reading, {
    iterations,
    owner: { token: left, template: templateOf(left) },
    head,
    rdata: { token: right, template: templateOf(right) },
  });
}

interface Generation {
  readonly iterations: GenerateRange;
  readonly owner: { readonly token: Token; readonly template: Template };
  readonly head: RecordHead;
  readonly rdata: { readonly token: Token; readonly template: Template };
}

/** The first record that cannot be read ends its line's expansion, as it does in BIND. */
function expand(reading: Reading, { iterations, owner, head, rdata }: Generation): void {
  const inherited = reading.owner;
  try {
    for (let iterator = iterations.start; iterator <= iterations.stop; iterator += iterations.step) {
      const name = { ...owner.token, text: fillTemplate(owner.template, iterator) };
      const text = fillTemplate(rdata.template, iterator);
      countGenerated(reading, name.text.length + text.length, owner.token);
      takeRecord(reading, {
        ...head,
        owner: writtenOwner(reading, name),
        ownerPlace: owner.token,
        rdata: tokensOf(text, rdata.token),
      });
    }
  } finally {
    reading.owner = inherited;
  }
}

function countGenerated(reading: Reading, characters: number, place: Place): void {
  reading.generatedRecords++;
  reading.generatedCharacters += characters;
  if (reading.generatedRecords > GENERATED_RECORDS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_RECORDS_MAX} records.`);
  }
  if (reading.generatedCharacters > GENERATED_CHARACTERS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_CHARACTERS_MAX} characters.`);
  }
}

/** In a quoted template the quotes inside are escaped for the line, not for the record that it makes. */
function templateOf(token: Token): Template {
  const template = readTemplate(token.quoted ? token.text.replaceAll(/\\([^])/g, unquote) : token.text);
  if (template !== undefined) return template;
  throw refusal(
    token,
    "A ${...} in the template is badly written. It is ${offset}, ${offset,width} or ${offset,width,base}, with d, o, x, X, n or N as the base.",
  );
}

function unquote(escape: string, char: string): string {
  return char === '"' ? char : escape;
}

function tokensOf(text: string, { line, column }: Place): readonly Token[] {
  const lexer = new Lexer(text);
  const entry = lexer.next();
  if (entry?.fault !== undefined || lexer.next() !== undefined) throw badGenerate({ line, column });
  return (entry?.tokens ?? []).map((token) => ({ ...token, line, column }));
}

function onlyArgument(directive: Token, args: readonly Token[], what: string): Token {
  const [argument, surplus] = args;
  if (argument !== undefined && surplus === undefined) return argument;
  throw refusal(surplus ?? directive, `${directive.text.toUpperCase()} takes ${what} and nothing else.`);
}

function badGenerate(place: Place): ZoneFileFault {
  return refusal(
    place,
    "It is $GENERATE range owner [TTL] [class] type rdata, the rdata quoted when it has spaces, such as $GENERATE 1-9 host$ A 192.0.2.$.",
  );
}

function refusal(place: Place, message: string): ZoneFileFault {
  return new ZoneFileFault("directive", place, message);
}
