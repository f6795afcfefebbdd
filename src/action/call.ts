// Runs operations for a step. Everything a step asks of the API goes through here.
import type { Context } from "../core/context.ts";
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";
import { findOperation } from "../core/operations/index.ts";
import { runOperation } from "../core/run-operation.ts";

/** Runs an operation by its snake_case name. */
export type CallOperation = (
  name: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** Calls operations in one context. */
export function operationCaller(context: Context): CallOperation {
  return (name, input) => runOperation(knownOperation(name), input, context);
}

/**
 * The operation of a name in kebab- or snake-case.
 * @throws InputError when there is none.
 */
export function knownOperation(name: string): Operation {
  const operation = findOperation(name.trim().toLowerCase().replaceAll("-", "_"));
  if (operation !== undefined) return operation;
  throw new InputError("unknown_operation", "There is no such operation.", {
    field: "operation",
    hint: "docs/operations.md lists them all; write one in kebab-case, such as list-zones.",
  });
}
