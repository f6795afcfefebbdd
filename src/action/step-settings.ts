// The step's inputs as decisions: which operation, with what, and how far it may go. Every input that is wrong is a
// problem of its own, and all are told at once.
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";
import { knownOperation } from "./find-operation.ts";
import { type IfExists, type InputReader, readFields, readIfExists, readSwitch } from "./inputs.ts";
import { type OperationInput, operationInput } from "./operation-input.ts";
import type { Mapping } from "./read-mapping.ts";

/** The operation of a step that names none. */
const DEFAULT_OPERATION = "ensure-records";

// The API operation that creates a record: what it creates is what cleanup can take away.
const CREATES_RECORDS = "R2";

export interface StepSettings {
  readonly operation: Operation;
  readonly given: OperationInput;
  readonly ifExists: IfExists;
  readonly cleanup: boolean;
  readonly dryRun: boolean;
  readonly failOnChange: boolean;
  readonly allowPurchases: boolean;
}

/**
 * Reads the settings.
 * @throws AggregateError of InputErrors, one for each input that is wrong.
 */
export async function readSettings(read: InputReader, args: Mapping): Promise<StepSettings> {
  const problems: unknown[] = [];
  const gather = async <Value>(reading: () => Value | Promise<Value>): Promise<Value | undefined> => {
    try {
      return await reading();
    } catch (error) {
      const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
      problems.push(...errors);
      return undefined;
    }
  };
  const operation = await gather(() => knownOperation(read("operation").trim() || DEFAULT_OPERATION));
  const given =
    operation === undefined
      ? undefined
      : await gather(() => operationInput(operation, { fields: readFields(read), records: linesOf(read), args }));
  const ifExists = await gather(() => readIfExists(read));
  const cleanup = await gather(() => readSwitch(read, "cleanup"));
  const dryRun = await gather(() => readSwitch(read, "dry-run"));
  const failOnChange = await gather(() => readSwitch(read, "fail-on-change"));
  const allowPurchases = await gather(() => readSwitch(read, "allow-purchases"));
  if (
    operation === undefined ||
    given === undefined ||
    ifExists === undefined ||
    cleanup === undefined ||
    dryRun === undefined ||
    failOnChange === undefined ||
    allowPurchases === undefined
  ) {
    throw new AggregateError(problems);
  }
  const settings = { operation, given, ifExists, cleanup, dryRun, failOnChange, allowPurchases };
  checkTogether(settings);
  return settings;
}

// What each input allows and the others make pointless: an input that would do nothing is refused.
function checkTogether({ operation, given, ifExists, cleanup, dryRun, failOnChange }: StepSettings): void {
  const problems: InputError[] = [];
  if (failOnChange && !dryRun) {
    problems.push(misplaced("fail-on-change", "It works in a dry run only.", "Set dry-run: true as well."));
  }
  if (ifExists !== "adopt" && given.record === undefined) {
    problems.push(
      misplaced("if-exists", "It works for one record only.", "Give type, name and value, or leave if-exists out."),
    );
  }
  if (cleanup && !operation.api.includes(CREATES_RECORDS)) {
    problems.push(
      misplaced("cleanup", "It takes records away, and this operation creates none.", "Leave cleanup out."),
    );
  }
  if (problems.length > 0) throw new AggregateError(problems);
}

function misplaced(field: string, message: string, hint: string): InputError {
  return new InputError("invalid_input", message, { field, hint });
}

// A leading blank means "the owner name above" in a zone file, so only the end is trimmed.
function linesOf(read: InputReader): string {
  const text = read("records").trimEnd();
  return text.trim() === "" ? "" : text;
}
