// A plan's id: a hash of what was observed and what will be done, so that equal plans of equal zones are one.
import { rdataKey, rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { PlannedChange, ZonePlan } from "./plan.ts";

const ID_HEX_DIGITS = 20;

/** `plan-` and 80 bits of SHA-256 in hexadecimal. */
export async function planId(plan: ZonePlan, observed: readonly DnsRecord[]): Promise<string> {
  const text = JSON.stringify([
    plan.zone,
    plan.mode,
    plan.stages.map((stage) => stage.map(changeKey)),
    fingerprint(observed),
  ]);
  return `plan-${(await sha256Hex(text)).slice(0, ID_HEX_DIGITS)}`;
}

/** One text for a set of records, whatever their order. */
export function fingerprint(records: readonly DnsRecord[]): string {
  return records.map(recordText).sort().join("\n");
}

/** SHA-256 in hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (octet) => octet.toString(16).padStart(2, "0")).join("");
}

function recordText(record: DnsRecord): string {
  return JSON.stringify([rrsetKey(record), record.ttl, rdataKey(record)]);
}

function changeKey(change: PlannedChange): readonly string[] {
  switch (change.action) {
    case "create":
      return ["create", recordText(change.after)];
    case "update":
      return ["update", change.id, recordText(change.before), recordText(change.after)];
    case "delete":
      return ["delete", change.id, recordText(change.before)];
  }
}
