// One record made so as a step wants it: adopted, added, mended, moved or refused, as `if-exists` says. What is there is
// read first only where it decides something; every write is an operation's.
import * as z from "zod/mini";
import { parseOwnerName } from "../core/dns/name.ts";
import { parseRecord } from "../core/dns/parse-record.ts";
import { isRecordType } from "../core/dns/record-types.ts";
import { InputError } from "../core/errors.ts";
import { type Answer, type AnsweredRecord, readAnswer } from "./answer.ts";
import type { CallOperation } from "./call.ts";
import type { IfExists } from "./inputs.ts";

// Types that usually have one record at a name, which then moves; TXT, MX and the like are lists that grow.
const MOVED_TYPES: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME"]);

const wantedRecord = z.looseObject({
  type: z.string(),
  name: z.string(),
  value: z.string(),
  ttl: z.optional(z.number()),
  priority: z.optional(z.number()),
});

export interface WantedStep {
  /** Zone name or id. */
  readonly zone: string;
  /** As `operationInput` makes it: decoded, with type, name and value. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly ifExists: IfExists;
  /** Everything else the operation is given. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly call: CallOperation;
}

/** An operation's output and what the outputs need of it. */
export interface Performed {
  readonly output: Readonly<Record<string, unknown>>;
  readonly answer: Answer;
  /** What a reader should know although nothing is wrong. */
  readonly notes?: readonly string[];
}

/** Makes sure that the record is there. */
export async function ensureRecord(step: WantedStep): Promise<Performed> {
  const wanted = wantedRecord.parse(step.record);
  if (step.ifExists === "adopt" && wanted.ttl === undefined && wanted.priority === undefined) {
    return ensure(step, wanted);
  }
  const there = await recordsAt(step, wanted);
  const same = there.find((record) => hasValue(record, wanted));
  if (step.ifExists === "fail") {
    if (there.length > 0) throw exists(wanted, there.length);
    return ensure(step, wanted);
  }
  if (step.ifExists === "adopt") return same === undefined ? addBeside(step, wanted, there) : adopt(step, wanted, same);
  return same === undefined ? moveOrAdd(step, wanted, there) : mend(step, wanted, same);
}

type Wanted = z.output<typeof wantedRecord>;

async function recordsAt(step: WantedStep, { name, type }: Wanted): Promise<readonly AnsweredRecord[]> {
  // Without the type: the whole zone is what the write reads too, and so it is read once.
  const { records } = readAnswer(await step.call("list_records", { zone: step.zone, name, limit: 1000 }));
  // To list_records a `*` stands for any characters; here it is a wildcard's own label.
  return records.filter((record) => record.type === type && record.fqdn === parseOwnerName(name, record.zone));
}

// Compared by the canonical value; MX and SRV have their priority apart, so it does not make another record of one.
function hasValue(record: AnsweredRecord, wanted: Wanted): boolean {
  const { type } = wanted;
  if (!isRecordType(type)) return false;
  const priority = wanted.priority ?? record.priority;
  const { value } = parseRecord({
    zone: record.zone,
    name: wanted.name,
    type,
    value: wanted.value,
    ...(priority === undefined ? {} : { priority }),
  });
  return value === record.value;
}

// The TTL belongs to the whole RRset (RFC 2181 §5.2), and the siblings are not this step's to change.
async function addBeside(step: WantedStep, wanted: Wanted, [sibling]: readonly AnsweredRecord[]): Promise<Performed> {
  if (sibling === undefined) return ensure(step, wanted);
  const { ttl: _, ...rest } = wanted;
  return withNotes(await ensure(step, rest), keptWords("ttl", wanted.ttl, sibling.ttl));
}

async function adopt(step: WantedStep, wanted: Wanted, same: AnsweredRecord): Promise<Performed> {
  return withNotes(
    await keep(step, wanted, same),
    keptWords("ttl", wanted.ttl, same.ttl),
    keptWords("priority", wanted.priority, same.priority),
  );
}

function keptWords(what: string, wanted: number | undefined, kept: number | undefined): readonly string[] {
  if (wanted === undefined || wanted === kept) return [];
  return [
    `The input ${what} was not applied: what is there has ${kept ?? "none"}, and if-exists: update is what changes it.`,
  ];
}

function withNotes(done: Performed, ...notes: readonly (readonly string[])[]): Performed {
  return { ...done, notes: notes.flat() };
}

async function mend(step: WantedStep, wanted: Wanted, same: AnsweredRecord): Promise<Performed> {
  const newPriority = wanted.priority !== undefined && wanted.priority !== same.priority;
  const newTtl = wanted.ttl !== undefined && wanted.ttl !== same.ttl;
  if (!newPriority) return newTtl ? ensure(step, wanted) : keep(step, wanted, same);
  const { priority, ttl } = wanted;
  return update(step, { record: same.id, priority, ...(newTtl ? { ttl } : {}) });
}

function moveOrAdd(step: WantedStep, wanted: Wanted, there: readonly AnsweredRecord[]): Promise<Performed> {
  const [only, ...others] = there;
  if (only === undefined || others.length > 0 || !MOVED_TYPES.has(wanted.type)) return ensure(step, wanted);
  const { value, ttl } = wanted;
  return update(step, { record: only.id, value, ...(ttl === undefined ? {} : { ttl }) });
}

async function ensure({ input, zone, call }: WantedStep, record: object): Promise<Performed> {
  return performed(await call("ensure_records", { ...input, zone, records: [record] }));
}

async function update({ input, call }: WantedStep, change: Readonly<Record<string, unknown>>): Promise<Performed> {
  const { confirm, wait, wait_timeout } = input;
  const given = Object.entries({ confirm, wait, wait_timeout }).filter(([, value]) => value !== undefined);
  return performed(await call("update_record", { ...change, ...Object.fromEntries(given) }));
}

// It is as it should be; whether name servers answer it already is another question, which the operation asks.
async function keep(step: WantedStep, { type, name, value }: Wanted, same: AnsweredRecord): Promise<Performed> {
  const { wait = "none" } = step.input;
  if (wait === "none") return performed({ changed: false, records: [same] });
  const { priority } = same;
  return ensure(step, { type, name, value, ...(priority === undefined ? {} : { priority }) });
}

function performed(output: Performed["output"]): Performed {
  return { output, answer: readAnswer(output) };
}

function exists({ type, name }: Wanted, count: number): InputError {
  return new InputError("record_exists", `${count} ${type} ${count === 1 ? "record is" : "records are"} at ${name}.`, {
    field: "if-exists",
    hint: "Take what is there away first, or choose adopt or update.",
  });
}
