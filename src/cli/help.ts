// What `vps-dns call` says of the operations: the list, and one operation's fields with an example.
import { type InputField, inputFields } from "../core/input-field.ts";
import type { Operation } from "../core/operation.ts";

/** Every operation by set, one line each: its name and the first sentence of its summary. */
export function operationList(operations: readonly Operation[]): string {
  const width = Math.max(...operations.map(({ name }) => name.length));
  const sets = [...new Set(operations.map(({ toolset }) => toolset))];
  const blocks = sets.map((set) => {
    const rows = operations.filter(({ toolset }) => toolset === set);
    return [set, ...rows.map(({ name, summary }) => `  ${name.padEnd(width)}  ${firstSentence(summary)}`)].join("\n");
  });
  return `${blocks.join("\n\n")}\n\nvps-dns call OPERATION --help shows its fields and an example.\n`;
}

const WORDS: Readonly<Record<InputField["takes"], string>> = {
  text: "text",
  number: "number",
  switch: "true or false",
  list: "list",
  mapping: "JSON",
};

function takenWords({ takes, choices }: InputField): string {
  return choices.length === 0 ? WORDS[takes] : choices.join(" | ");
}

/** One operation: what it does, its fields with their limits, and a command that works on the sandbox. */
export function operationHelp(operation: Operation): string {
  const fields = [...inputFields(operation.input)].map(([name, field]) => ({
    name,
    marks: field.isRequired ? `${takenWords(field)}, required` : takenWords(field),
    text: field.description ?? "",
  }));
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  const lines = [
    `${operation.name}: ${operation.summary}`,
    "",
    ...(fields.length === 0 ? ["It has no fields."] : ["Fields:"]),
    ...fields.map(({ name, marks, text }) => `  ${name.padEnd(width)}  ${text}${text === "" ? "" : " "}(${marks})`),
    ...operation.examples.flatMap(({ title, input }) => [
      "",
      `Example: ${title}`,
      `  ${exampleCommand(operation.name, withoutConfirm(input))}`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** An example as a shell command, quoted for POSIX shells. */
export function exampleCommand(name: string, input: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(input).flatMap(([key, value]) => argumentWords(key, value));
  return ["vps-dns", "call", name, ...words.map(shellQuote)].join(" ");
}

// A name counts as a yes in a workflow alone; on the command line the answer to the call says what to pass.
function withoutConfirm(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([field]) => field !== "confirm"));
}

function argumentWords(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value.map((item) => `${key}=${item}`);
  }
  return [`${key}=${typeof value === "string" ? value : JSON.stringify(value)}`];
}

function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}
