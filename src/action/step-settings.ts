// The step's inputs as decisions: which operation, with what, and how far it may go. Every input that is wrong is a
// problem of its own, and all are told at once.
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";
import { knownOperation } from "./find-operation.ts";
import { type KnownTask, knownTask } from "./find-preset.ts";
import { type InputReader, isSet } from "./input-reader.ts";
import type { IfExists } from "./inputs.ts";
import { type OperationInput, operationInput } from "./operation-input.ts";
import { readFields, readIfExists, readSwitch } from "./read-inputs.ts";
import { readFileInput } from "./read-file-input.ts";
import { type Mapping, readMapping } from "./read-mapping.ts";

// The API operation that creates a record: what it creates is what cleanup can take away.
const CREATES_RECORDS = "R2";

export interface StepSettings {
  readonly operation: Operation;
  readonly given: OperationInput;
  readonly ifExists: IfExists;
  /** What the input `preset` names. */
  readonly task: KnownTask | undefined;
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
  const { problems, gather } = gatherer();
  const operation = await gather(() => knownOperation(operationName(read)));
  const given = operation === undefined ? undefined : await gather(() => givenTo(operation, read, args));
  const ifExists = await gather(() => readIfExists(read));
  const task = await gather(async () => ({ found: await knownTask(read("preset")) }));
  const cleanup = await gather(() =>
    isSet(read, "cleanup") ? readSwitch(read, "cleanup") : (task?.found?.cleanup ?? false),
  );
  const dryRun = await gather(() => readSwitch(read, "dry-run"));
  const failOnChange = await gather(() => readSwitch(read, "fail-on-change"));
  const allowPurchases = await gather(() => readSwitch(read, "allow-purchases"));
  if (
    operation === undefined ||
    given === undefined ||
    ifExists === undefined ||
    task === undefined ||
    cleanup === undefined ||
    dryRun === undefined ||
    failOnChange === undefined ||
    allowPurchases === undefined
  ) {
    throw new AggregateError(problems);
  }
  const settings = { operation, given, ifExists, task: task.found, cleanup, dryRun, failOnChange, allowPurchases };
  checkTogether(settings);
  return dryRun ? { ...settings, given: withoutWait(given) } : settings;
}

function gatherer() {
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
  return { problems, gather };
}

// What a step is about says what is done when no operation is named.
function operationName(read: InputReader): string {
  if (isSet(read, "operation")) return read("operation");
  if (isSet(read, "preset")) return "apply-preset";
  return isSet(read, "zone-file") ? "zone-file" : "ensure-records";
}

async function givenTo(operation: Operation, read: InputReader, args: Mapping): Promise<OperationInput> {
  return operationInput(operation, {
    fields: readFields(read),
    lines: linesOf(read),
    file: await readFileInput(read("zone-file"), "zone-file"),
    values: await readMapping(read("values"), "values"),
    args,
  });
}

// What is not written will never be answered.
function withoutWait(given: OperationInput): OperationInput {
  const { wait: _, wait_timeout: __, ...input } = given.input;
  return { ...given, input };
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
  return isSet(read, "records") ? read("records").trimEnd() : "";
}
