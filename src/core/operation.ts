// What an operation is. No list (that is operations/index.ts) and no I/O.
import type * as z from "zod/mini";
import type { Context } from "./context.ts";
import { cappedText } from "./text/capped-text.ts";

/** The sets that `--toolsets` selects, in reading order. */
export const TOOLSETS = ["zones", "records", "changes", "domains", "checks"] as const;
/** One of the sets. */
export type Toolset = (typeof TOOLSETS)[number];

/** What an operation does to the world; every hint and filter is derived from it. */
export type Effect = "read" | "create" | "update" | "destroy" | "spend";

/** One use of an operation, run on the sandbox by the tests and shown in the reference. */
export interface Example<Input> {
  /** What a person would say. */
  readonly title: string;
  readonly input: Input;
  /** A call made before, one field of whose result is this input's field of the same name. */
  readonly needs?: {
    readonly operation: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly gives: string;
  };
}

/**
 * One thing a user can ask for. The MCP tool, the Action operation, the command, the reference page and
 * their tests are all made from this row and nothing else.
 */
export interface Operation<I extends z.ZodMiniObject = z.ZodMiniObject, O extends z.ZodMiniObject = z.ZodMiniObject> {
  /** snake_case, at most 24 characters; the file is its kebab-case. */
  readonly name: string;
  readonly title: string;
  readonly toolset: Toolset;
  readonly effect: Effect;
  /** Whether doing it twice is the same as doing it once. */
  readonly idempotent: boolean;
  /** False for what looks at this program's own journal, on this machine, alone; everything else reaches out. */
  readonly openWorld?: boolean;
  /** The API operations it may use, by the contract's ids (`Z1`, `R2`), for the reference and the coverage law. */
  readonly api: readonly string[];
  /** To a new colleague: what, when, when not, side effects. The first sentence alone must choose the tool. */
  readonly summary: string;
  /** A flat strict object in the schema subset every host reads: no unions, every field described and bounded. */
  readonly input: I;
  readonly output: O;
  readonly examples: readonly Example<z.input<I>>[];
  // A method, not a property: bivariance is what lets one array hold operations of different inputs.
  run(input: z.output<I>, context: Context): Promise<z.output<O>>;
  /** The same facts as compact text, complete in itself. */
  text(output: z.output<O>): string;
}

/** Declares an operation, infers the types of its `run` and `text` from its schemas, and bounds its text. */
export function defineOperation<I extends z.ZodMiniObject, O extends z.ZodMiniObject>(
  operation: Operation<I, O>,
): Operation<I, O> {
  return { ...operation, text: (output) => cappedText(operation.text(output)) };
}
