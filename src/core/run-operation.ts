// Runs one operation: its input held against its schema, its output too.
import type * as z from "zod/mini";
import type { Context } from "./context.ts";
import { VpsError } from "./errors.ts";
import { inputProblem } from "./input-problem.ts";
import type { Operation } from "./operation.ts";

/**
 * Parses `input` strictly, runs the operation and gives back what its output schema promises, without members that
 * are undefined.
 * @throws InputError naming the first field at fault and what it takes; whatever the operation throws
 */
export async function runOperation<I extends z.ZodMiniObject, O extends z.ZodMiniObject>(
  operation: Operation<I, O>,
  input: unknown,
  context: Context,
): Promise<z.output<O>> {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) throw inputProblem(operation, input, parsed.error.issues);
  const output = operation.output.safeParse(withoutUndefined(await operation.run(parsed.data, context)));
  if (output.success) return output.data;
  const at = output.error.issues.map(({ path }) => path.join(".")).join(", ");
  throw new VpsError("internal", `${operation.name} answered with something else than it promises (${at}).`, {
    hint: "What it was asked to do may have been done: look before repeating it, and report this.",
    cause: output.error,
  });
}

// Copied only where there is something to leave out: an answer may have ten thousand rows.
function withoutUndefined(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !holdsUndefined(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
      member === undefined ? [] : [[key, withoutUndefined(member)]],
    ),
  );
}

function holdsUndefined(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === undefined;
  return Object.values(value).some(holdsUndefined);
}
