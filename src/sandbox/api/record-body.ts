// What a request says a record should be, turned into one in canonical form, or refused as the pages refuse.
import * as z from "zod/mini";
import { parseRecord } from "../../core/dns/parse-record.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import { RECORD_TYPES, type RecordType } from "../../core/dns/record-types.ts";
import { InputError } from "../../core/errors.ts";
import { readBody } from "./read-body.ts";
import { invalid } from "./refusal.ts";

const TTL_DEFAULT_SECONDS = 3600;
const TTL_MAX_SECONDS = 2_147_483_647;
const PRIORITY_MAX = 65_535;
const NEEDS_PRIORITY: ReadonlySet<RecordType> = new Set(["MX", "SRV"]);

const wholeNumber = (field: string, max: number) => {
  const error = `The ${field} must be an integer from 0 to ${max}.`;
  return z.int({ error }).check(z.minimum(0, { error }), z.maximum(max, { error }));
};

const recordBody = z.object({
  record_type: z.enum(RECORD_TYPES, { error: `The record type must be one of ${RECORD_TYPES.join(", ")}.` }),
  name: z.string({ error: "The name must be a string: @ for the root, a subdomain, or an FQDN." }),
  value: z.string({ error: "The value must be a string." }),
  ttl: z.optional(wholeNumber("TTL", TTL_MAX_SECONDS)),
  priority: z.nullish(wholeNumber("priority", PRIORITY_MAX)),
});

type RecordBody = z.output<typeof recordBody>;

/** The whole record (contract R2 and R5). */
export function wholeRecord(body: unknown, zone: string): DnsRecord {
  return toRecord(readBody(recordBody, body), zone);
}

/** The record with whatever the body names put in its place (contract R6). */
export function changedRecord(body: unknown, current: DnsRecord, zone: string): DnsRecord {
  const { record_type: type, name, value, ttl, priority } = readBody(z.partial(recordBody), body);
  return toRecord(
    {
      record_type: type ?? current.type,
      name: name ?? `${current.name}.`,
      value: value ?? current.value,
      ttl: ttl ?? current.ttl,
      priority: priority === undefined ? current.priority : priority,
    },
    zone,
  );
}

function toRecord(body: RecordBody, zone: string): DnsRecord {
  const { record_type: type, name, value, ttl = TTL_DEFAULT_SECONDS, priority } = body;
  const takesPriority = NEEDS_PRIORITY.has(type);
  if (takesPriority && typeof priority !== "number") {
    throw invalid("priority", `${type} records require a priority value`);
  }
  try {
    return parseRecord({
      zone,
      name,
      type,
      value,
      ttl,
      // The page's own answers carry a null priority with every other type; one that is sent means nothing there.
      ...(takesPriority && typeof priority === "number" ? { priority } : {}),
    });
  } catch (error) {
    if (error instanceof InputError) throw invalid(wireField(error.field), error.message, error);
    throw error;
  }
}

function wireField(field: string | undefined): string | undefined {
  return field === "type" ? "record_type" : field;
}
