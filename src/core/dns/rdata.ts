// Rdata by type: from a value, from the tokens of a master file, and out again. The rows of record-types.ts do the work.
import { InputError } from "../errors.ts";
import { absoluteName, parseTargetName, targetForm } from "./name.ts";
import { ipv4Octets } from "./rdata/address.ts";
import { invalidValue, withArticle } from "./rdata/fields.ts";
import type { Rdata, RdataPart, RdataToken, ReadTarget } from "./rdata/record-type-row.ts";
import { targetIsAddress } from "./rdata/target.ts";
import type { DnsRecord } from "./record.ts";
import { type RecordType, recordTypes } from "./record-types.ts";

/** A value as people and the API write it; the priority apart, or in front of the value, or both. */
export interface WrittenRdata {
  /** Canonical; targets of a single label are relative to it. */
  readonly zone: string;
  readonly value: string;
  readonly priority?: number | undefined;
}

/**
 * Canonical rdata from a value (`mail.example.com`, `10 5060 sip`, `0 issue "ca.example"`, plain text for TXT).
 * @throws InputError with field `value` or `priority`
 */
export function parseRdata(type: RecordType, { zone, value, priority }: WrittenRdata): Rdata {
  const row = recordTypes[type];
  const given = row.split(value);
  const fields = row.hasPriority ? withPriority(type, given, priority) : given;
  if (!row.hasPriority && priority !== undefined) {
    throw new InputError("invalid_value", `${withArticle(type, "A")} record has no priority.`, {
      field: "priority",
      hint: "Leave the priority out; only MX and SRV have one.",
    });
  }
  return readFields(type, fields, (text) => parseTargetName(text, zone));
}

/**
 * Canonical rdata from the tokens that follow the type in a master file; names are relative to `origin` (RFC 1035 §5.1).
 * @throws InputError
 */
export function parseRdataTokens(type: RecordType, tokens: readonly RdataToken[], origin: string): Rdata {
  return readFields(type, recordTypes[type].fromTokens(tokens), (text) => {
    // Without its final dot an address would pass for a relative name; BIND looks at what was written, too.
    if (ipv4Octets(text) !== undefined) throw targetIsAddress(type);
    return targetForm(absoluteName(text, origin));
  });
}

/** The rdata as one line of a master file has it: every name absolute, texts quoted. */
export function printRdata(record: DnsRecord): string {
  return recordTypes[record.type].print(record);
}

/** The rdata as it goes on the wire, names apart since their compression is the message's business. */
export function rdataParts(record: DnsRecord): readonly RdataPart[] {
  return recordTypes[record.type].wire(record);
}

function readFields(type: RecordType, fields: readonly string[], readTarget: ReadTarget): Rdata {
  const row = recordTypes[type];
  if (fields.length !== row.fields.length) {
    throw invalidValue(
      `The data of ${withArticle(type)} record is ${row.fields.join(", ")}: ${row.fields.length} and not ${fields.length}.`,
      `Write the value as: ${row.example}`,
    );
  }
  return row.read(fields, readTarget);
}

function withPriority(type: RecordType, given: readonly string[], priority: number | undefined): readonly string[] {
  const complete = given.length === recordTypes[type].fields.length;
  if (priority === undefined) {
    if (complete) return given;
    throw new InputError("invalid_value", `${withArticle(type, "A")} record needs a priority.`, {
      field: "priority",
      hint: "Give a priority from 0 to 65535, the lowest is tried first; in values it stands in front: 10 mail.example.com.",
    });
  }
  if (!complete || !/^\d+$/.test(given[0] ?? "")) return [String(priority), ...given];
  if (Number(given[0]) === priority) return given;
  throw new InputError("invalid_value", "The priority is given twice, with two values.", {
    field: "priority",
    hint: "Give the priority once, apart from the value.",
  });
}
