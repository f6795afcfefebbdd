// A record from an input that may leave the priority to what stands already.
import { parseRecord, type RecordInput } from "../dns/parse-record.ts";
import type { DnsRecord } from "../dns/record.ts";
import { InputError } from "../errors.ts";

/**
 * The record; a priority that neither its field nor the value gives is `kept`.
 * @throws InputError
 */
export function parseContent(input: RecordInput, kept: number | undefined): DnsRecord {
  try {
    return parseRecord(input);
  } catch (error) {
    const isMissing = error instanceof InputError && error.field === "priority" && input.priority === undefined;
    if (!isMissing || kept === undefined) throw error;
    return parseRecord({ ...input, priority: kept });
  }
}
