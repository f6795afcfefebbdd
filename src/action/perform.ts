// Carries out what the step's inputs ask for: one operation, or one record made sure of.
import { parseOwnerName, parseZoneName } from "../core/dns/name.ts";
import { InputError } from "../core/errors.ts";
import { inputProblem } from "../core/input-problem.ts";
import type { Operation } from "../core/operation.ts";
import { readAnswer } from "./answer.ts";
import type { CallOperation } from "./call.ts";
import { ensureRecord, type Performed } from "./ensure-record.ts";
import { findZone } from "./find-zone.ts";
import type { IfExists } from "./inputs.ts";
import type { OperationInput } from "./operation-input.ts";

export interface Request {
  readonly operation: Operation;
  readonly given: OperationInput;
  readonly ifExists: IfExists;
}

/** Runs the step's operation and says which owner name it was about, "" when about none or several. */
export async function perform(request: Request, call: CallOperation): Promise<Performed & { readonly fqdn: string }> {
  const { given } = request;
  if (given.record !== undefined) checkComplete(given.record, given.input);
  const zone = await zoneOf(request, call);
  const input = zone === undefined ? given.input : { ...given.input, zone };
  const done = await run({ ...request, given: { ...given, input } }, call);
  return { ...done, fqdn: fqdnOf(done, { zone, record: given.record }) };
}

async function run({ operation, given, ifExists }: Request, call: CallOperation): Promise<Performed> {
  const { input, record } = given;
  const { zone } = input;
  if (record === undefined) {
    const output = await call(operation.name, input);
    return { output, answer: readAnswer(output) };
  }
  if (input["state"] === "absent" || typeof zone !== "string") {
    const output = await call(operation.name, { ...input, records: [record] });
    return { output, answer: readAnswer(output) };
  }
  checkInput(operation, { ...input, records: [record] });
  return ensureRecord({ zone, record, ifExists, input, call });
}

// Before anything is asked of the API: what decides on the write would otherwise be read first.
function checkInput(operation: Operation, input: Readonly<Record<string, unknown>>): void {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) throw inputProblem(operation, input, parsed.error.issues);
}

// Each missing input is a problem of its own; a name left out must never become the apex.
function checkComplete(record: Readonly<Record<string, unknown>>, input: Readonly<Record<string, unknown>>): void {
  const needed = input["state"] === "absent" ? ["type", "name"] : ["type", "name", "value"];
  const missing = needed.filter((field) => record[field] === undefined);
  if (missing.length === 0) return;
  throw new AggregateError(
    missing.map(
      (field) =>
        new InputError("invalid_input", "It is missing.", {
          field,
          hint: field === "name" ? "Write @ for the apex." : "A record needs type, name and value.",
        }),
    ),
  );
}

async function zoneOf({ given }: Request, call: CallOperation): Promise<string | undefined> {
  const { zone, name = given.record?.["name"] } = given.input;
  if (typeof zone === "string") return zone;
  if (!given.needsZone) return undefined;
  if (typeof name === "string") return findZone(name, call);
  const hint = "Write the zone's name. It is found by itself only from a name input written in full.";
  throw new InputError("invalid_input", "It is missing.", { field: "zone", hint });
}

function fqdnOf(
  { answer }: Performed,
  { zone, record }: { zone: string | undefined; record: Readonly<Record<string, unknown>> | undefined },
): string {
  const names = new Set(answer.records.map(({ fqdn }) => fqdn));
  const [only] = names;
  if (only !== undefined) return names.size === 1 ? only : "";
  const name = record?.["name"];
  if (typeof name !== "string" || zone === undefined) return "";
  try {
    return parseOwnerName(name, parseZoneName(zone));
  } catch {
    // The zone was given by its id: an absent record then has no name to tell.
    return "";
  }
}
