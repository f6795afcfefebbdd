// A command line and an environment read by rows of flags: what is set, and the words that are left.
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { Flag } from "./flags.ts";

/** Values by flag name (or by environment name where there is no flag), still as text. */
export type FlagValues = ReadonlyMap<string, readonly string[]>;

/** What a command line and an environment say together; flags win. */
export interface ParsedFlags {
  readonly values: FlagValues;
  /** What is no flag; behind `--` nothing is one. */
  readonly positionals: readonly string[];
  readonly asksHelp: boolean;
}

/** Whether a word asks for help, which every command gives. */
export function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

/**
 * Reads `argv` (without program and command) and `env` by `flags`.
 * @throws InputError for an unknown flag, a missing or an unwanted value.
 */
export function parseFlags(flags: readonly Flag[], argv: readonly string[], env: NodeJS.ProcessEnv): ParsedFlags {
  const byName = new Map(flags.filter(({ flag }) => flag !== "").map((row) => [row.flag, row]));
  const values = new Map<string, string[]>(fromEnvironment(flags, env));
  const fromArguments = new Map<string, string[]>();
  const positionals: string[] = [];
  let asksHelp = false;
  for (const token of tokensOf(byName, argv)) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    // As it was written: `-zone` is taken apart into four flags of a letter.
    const [word = ""] = (argv[token.index] ?? "").split("=", 1);
    const row = word.startsWith("--") ? byName.get(token.name) : undefined;
    if (isHelp(word)) asksHelp = true;
    else if (row === undefined) throw unknownFlag(word, [...byName.keys(), "help"]);
    else {
      fromArguments.set(row.flag, [...(fromArguments.get(row.flag) ?? []), ...flagTexts(row, token)]);
      if (row.beats !== undefined) values.delete(row.beats);
    }
  }
  for (const [name, texts] of fromArguments) values.set(name, texts);
  return { values, positionals, asksHelp };
}

/**
 * The values of a command that takes flags and nothing else.
 * @throws InputError for any other word, and as parseFlags does
 */
export function parseOnlyFlags(flags: readonly Flag[], argv: readonly string[], env: NodeJS.ProcessEnv): FlagValues {
  const { values, positionals } = parseFlags(flags, argv, env);
  if (positionals.length === 0) return values;
  // `--sandbox DIR` would otherwise be a sandbox in memory.
  const optional = flags.find(({ flag, kind }) => kind === "optional" && values.has(flag));
  throw usage(
    "This command takes flags and nothing else.",
    optional === undefined ? LISTED : `A value of --${optional.flag} is written --${optional.flag}=VALUE.`,
  );
}

function tokensOf(byName: ReadonlyMap<string, Flag>, argv: readonly string[]) {
  const options = Object.fromEntries(
    [...byName].map(([name, { kind }]) => [
      name,
      { type: kind === "switch" || kind === "optional" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  return parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens;
}

function fromEnvironment(flags: readonly Flag[], env: NodeJS.ProcessEnv): [string, string[]][] {
  return flags.flatMap(({ flag, env: name, kind }): [string, string[]][] => {
    const text = env[name]?.trim();
    if (text === undefined || text === "") return [];
    return [[flag === "" ? name : flag, kind === "list" ? splitList(text, name) : [text]]];
  });
}

interface GivenValue {
  readonly value?: string | undefined;
  /** Whether it stood behind `=`. */
  readonly inlineValue?: boolean | undefined;
}

function flagTexts({ flag, kind }: Flag, { value, inlineValue = false }: GivenValue): string[] {
  if (kind === "switch") {
    if (value !== undefined) throw usage(`--${flag} takes no value.`);
    return ["on"];
  }
  // A word with a hyphen in front is the next flag, and the value was forgotten.
  const given = kind === "optional" ? (value ?? "on") : value;
  if (given === undefined || given === "" || (!inlineValue && given.startsWith("-"))) {
    throw usage(`--${flag} needs a value.`);
  }
  return kind === "list" ? splitList(given, `--${flag}`) : [given];
}

function splitList(text: string, source: string): string[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  // An allow-list without a name in it would allow everything.
  if (parts.length === 0) throw usage(`${source} needs a value.`);
  return parts;
}

const LISTED = "--help lists the flags.";

function unknownFlag(word: string, known: readonly string[]): InputError {
  const name = word.replace(/^-+/, "");
  const nearest = nearestName(name, known) ?? known.find((one) => name !== "" && one.startsWith(name));
  return usage(`Unknown flag ${word}.`, nearest === undefined ? LISTED : `Did you mean --${nearest}? ${LISTED}`);
}

function usage(message: string, hint = LISTED): InputError {
  return new InputError("invalid_input", message, { hint });
}
