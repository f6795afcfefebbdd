// A record from what people give, and from what the API answers.
import { InputError } from "../errors.ts";
import { parseOwnerName, readOwnerName } from "./name.ts";
import { parseRdata } from "./rdata.ts";
import type { DnsRecord } from "./record.ts";
import { isRecordType, RECORD_TYPES, type RecordType, recordTypes } from "./record-types.ts";
import { parseTtl } from "./ttl.ts";

/** The API's own default (contract R2). */
export const DEFAULT_TTL_SECONDS = 3600;

/** A record as somebody gives it: any spelling of name and value, the type in any case. */
export interface RecordInput {
  /** Canonical; see parseZoneName. */
  readonly zone: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Seconds. */
  readonly ttl?: number | undefined;
  /** Of MX and SRV; may stand in front of the value instead (`10 mail.example.com`). */
  readonly priority?: number | undefined;
}

/** A record as the API answers it: numbers may come as text, what is not there as null. */
export interface AnsweredRecord {
  /** Canonical. */
  readonly zone: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly ttl?: number | string | null | undefined;
  readonly priority?: number | string | null | undefined;
}

/**
 * A record in canonical form, and one that BIND loads as far as a record alone can be judged (see zone-rules.ts).
 * @throws InputError with the field at fault: `name`, `type`, `value`, `ttl` or `priority`
 */
export function parseRecord(input: RecordInput): DnsRecord {
  const type = parseRecordType(input.type);
  const record: DnsRecord = {
    name: parseOwnerName(input.name, input.zone),
    type,
    ttl: parseTtl(input.ttl ?? DEFAULT_TTL_SECONDS),
    ...parseRdata(type, input),
  };
  refuseFaults(record, input.zone);
  return record;
}

/**
 * Refuses a record that BIND would drop the zone for, or that breaks a rule of its type; the rules between records are
 * in zone-rules.ts.
 * @throws InputError with the field at fault
 */
export function refuseFaults(record: DnsRecord, zone: string): void {
  const [fault] = recordTypes[record.type].faults(record, { name: record.name, zone });
  if (fault === undefined) return;
  throw new InputError(
    fault.field === "name" ? "invalid_name" : "invalid_value",
    `${fault.message} (${fault.source})`,
    {
      field: fault.field,
      hint: fault.fix,
    },
  );
}

/** @throws InputError invalid_value, field `type` */
export function parseRecordType(text: string): RecordType {
  const type = text.trim().toUpperCase();
  if (isRecordType(type)) return type;
  throw new InputError("invalid_value", "That is no record type the API takes.", {
    field: "type",
    hint: `Use one of ${RECORD_TYPES.join(", ")}.`,
  });
}

/**
 * What the API answered, in canonical form and in whatever spelling it came (contract, "What the pages leave open"):
 * also a record that may not be written, so that it can be seen and mended. `undefined` when it is not understood.
 */
export function readRecord(answer: AnsweredRecord): DnsRecord | undefined {
  try {
    const type = parseRecordType(answer.type);
    return {
      name: readOwnerName(answer.name, answer.zone),
      type,
      ttl: parseTtl(readInteger(answer.ttl) ?? DEFAULT_TTL_SECONDS),
      ...parseRdata(type, {
        zone: answer.zone,
        value: answer.value,
        priority: recordTypes[type].hasPriority ? readInteger(answer.priority) : undefined,
      }),
    };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function readInteger(given: number | string | null | undefined): number | undefined {
  if (given === null || given === undefined || given === "") return undefined;
  return Number(given);
}
