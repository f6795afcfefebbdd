// What a write has to tell beside its success.
import { answeredDifferently } from "../../api/answered-differently.ts";
import type { HeldRecord } from "../../api/api.ts";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { looksWhole } from "../../dns/whole-name.ts";
import { enumerated } from "../../text/count.ts";
import { idText } from "../../text/plain-text.ts";
import type { ZoneState } from "../find/read-zone.ts";
import type { SentChange } from "../../change/send-change.ts";
import { hiddenWarnings } from "./hidden-records.ts";
import { loneTextWarnings } from "./lone-texts.ts";

/** Warnings as an output field: left out where there are none. */
export function warningsField(warnings: readonly string[]): { readonly warnings?: string[] } {
  return warnings.length === 0 ? {} : { warnings: [...warnings] };
}

/** What the API holds after a write, where that is not what was sent; told by field, never by value. */
function alteredWarnings(sent: DnsRecord, held: HeldRecord): readonly string[] {
  const fields = answeredDifferently(sent, held);
  if (fields.length === 0) return [];
  const where = `${relativeName(held.name, held.zone.domain)} ${sent.type}`;
  const lengths = fields.includes("value") ? ` (${sent.value.length} characters sent, ${held.value.length} kept)` : "";
  return [`The API keeps another ${enumerated(fields)} for ${where} than was sent${lengths}; id ${idText(held.id)}.`];
}

/** An owner name without a final dot gets the zone's name added, which is easily overlooked. */
function wholeNameWarnings(sent: readonly SentChange[]): readonly string[] {
  const names = sent.flatMap(({ change, record }) =>
    change.action === "create" && looksWhole(record.name, record.zone.domain) ? [record.name] : [],
  );
  return [...new Set(names)].map(
    (name) =>
      `The record stands at ${name}. If its name was meant without the zone's name behind it, it belongs elsewhere.`,
  );
}

/** The warnings of changes that were sent, and of the zone they were checked against. */
export function changeWarnings(state: ZoneState, sent: readonly SentChange[]): readonly string[] {
  const altered = sent.flatMap(({ change, record }) =>
    change.action === "delete" ? [] : alteredWarnings(change.after, record),
  );
  const told = [
    ...altered,
    ...wholeNameWarnings(sent),
    ...loneTextWarnings(state, sent),
    ...hiddenWarnings(state, sent),
  ];
  return state.incomplete && sent.length > 0
    ? [...told, "The API held back some of the zone's records, so this was checked against the rest only."]
    : told;
}
