// A journal entry as a person or a model reads it.
import type { DnsRecord } from "../../core/dns/record.ts";
import { relativeName } from "../../core/dns/name.ts";
import type { Change } from "../../core/journal/journal.ts";
import { recordKey } from "../../core/dns/compare.ts";
import { cappedText } from "../../core/text/capped-text.ts";
import { count } from "../../core/text/count.ts";
import { lines } from "../../core/text/lines.ts";
import { recordLine } from "../../core/text/record-line.ts";

/** What it was, how it ended, and its records as a diff: `-` what went, `+` what came. */
export function changeText({ id, at, operation, zone, domain, status, summary, ...rest }: Change): string {
  const of = zone ?? domain;
  const { before, after, lost = 0, undoes } = rest;
  return cappedText(
    lines(
      `Change ${id} of ${of ?? "the account"}, ${new Date(at).toISOString()}, by ${operation}: ${status}`,
      summary,
      undoes === undefined ? undefined : `It took back change ${undoes}.`,
      lost === 0 ? undefined : `Gone for good: ${count(lost, "record")} of kinds not known here.`,
      diff(zone ?? "", before, after),
      status === "undone" ? undefined : "undo_change takes it back.",
    ),
  );
}

function diff(zone: string, before: readonly DnsRecord[], after: readonly DnsRecord[]): string[] {
  const stood = new Set(before.map(rowKey));
  const stands = new Set(after.map(rowKey));
  return [
    ...before.filter((record) => !stands.has(rowKey(record))).map((record) => `- ${line(record, zone)}`),
    ...after.filter((record) => !stood.has(rowKey(record))).map((record) => `+ ${line(record, zone)}`),
  ];
}

// A mended TTL is a difference as well.
function rowKey(record: DnsRecord): string {
  return `${recordKey(record)} ${record.ttl}`;
}

function line(record: DnsRecord, zone: string): string {
  return recordLine({ ...record, name: relativeName(record.name, zone), fqdn: record.name });
}
