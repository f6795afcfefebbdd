// A mapping written in YAML or JSON, inside an input. Its text may hold secrets: no error here quotes any of it.
import { InputError } from "../core/errors.ts";

/** A mapping as it was written: every scalar is still text, so that `0123` and `1.10` keep their digits. */
export type Mapping = Readonly<Record<string, unknown>>;

/**
 * Reads a mapping; an empty text is an empty one.
 * @throws InputError with the line and column, never with what stands there.
 */
export async function readMapping(text: string, field: string): Promise<Mapping> {
  if (text.trim() === "") return {};
  // Loaded only here: it is larger than the rest of the bundle and most steps do without it.
  const { parseDocument } = await import("./yaml-parser.ts");
  const document = parseDocument(text, { schema: "failsafe", logLevel: "error" });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [at] = problem.linePos ?? [];
    throw notMapping(field, at === undefined ? "" : ` It breaks at line ${at.line}, column ${at.col}.`);
  }
  const value = toPlain(document, field);
  if (!isMapping(value)) throw notMapping(field, "");
  return value;
}

function toPlain(document: { toJS(): unknown }, field: string): unknown {
  try {
    return document.toJS();
  } catch {
    // An alias that is not defined, or aliases that multiply beyond the parser's bound.
    throw notMapping(field, " Its aliases cannot be resolved.");
  }
}

/** Whether a value is a mapping and not a list or a scalar. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notMapping(field: string, where: string): InputError {
  return new InputError("invalid_input", `It is not a YAML or JSON mapping.${where}`, {
    field,
    hint: "Write one field a line, as in `domain: example.com`.",
  });
}
