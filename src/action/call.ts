// Runs operations for a step. Everything a step asks of the API goes through here.
import type { Context } from "../core/context.ts";
import { runOperation } from "../core/run-operation.ts";
import { knownOperation } from "./find-operation.ts";

/** Runs an operation by its name. */
export type CallOperation = (
  name: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** Calls operations in one context. */
export function operationCaller(context: Context): CallOperation {
  return async (name, input) => runOperation(await knownOperation(name), input, context);
}
