// apply_preset: the records of a known task, built and checked from the few values it needs.
import * as z from "zod/mini";
import { changeZone } from "../change/change-zone.ts";
import { relativeName } from "../dns/name.ts";
import type { DnsRecord } from "../dns/record.ts";
import { defineOperation } from "../operation.ts";
import { planFinals, plannedChanges } from "../plan/plan-zone.ts";
import { givenValues, valueList } from "../presets/given-values.ts";
import { presetOf } from "../presets/index.ts";
import { presetRecords } from "../presets/preset-records.ts";
import { readValues } from "../presets/preset-values.ts";
import { lines, warningLines } from "../text/lines.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { openZone } from "./find/read-zone.ts";
import { checkEarly } from "./find/resolve-zone.ts";
import { lintNews } from "./preset/lint-news.ts";
import { recordOutcomes } from "./preset/record-outcomes.ts";
import { changeField, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";
import { propagationField, propagationLines } from "./shapes/propagation.ts";
import { recordOutcome } from "./shapes/record-row.ts";
import { awaitedOf, waitFor } from "./wait/wait-for.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

const VALUES_MAX = 100;

const input = z.strictObject({
  zone: fields.zone,
  preset: z
    .string()
    .check(
      z.maxLength(40),
      z.describe(
        "github-pages, google-site, microsoft-365, spf, dkim, dmarc, caa-lock, acme, dnslink …; a wrong one lists all",
      ),
    ),
  values: z
    .pipe(z.transform(valueList), z.array(z.string().check(z.maxLength(8192))).check(z.maxLength(VALUES_MAX)))
    .check(z.describe("key=value; none lists the keys")),
  state: z.optional(z.enum(["present", "absent"]).check(z.describe("absent: remove"))),
  wait: z.optional(fields.wait),
  wait_timeout: z.optional(fields.waitTimeout),
  confirm: z.optional(fields.confirm),
});

export const applyPreset = defineOperation({
  name: "apply_preset",
  title: "Apply a preset",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Verify a domain, set up mail or hosting: the records of a known task, built, checked and merged.",
  input,
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    zone: z.string(),
    records: z.optional(z.array(recordOutcome)).check(z.describe("Those of the task, or with absent what has gone")),
    replaced: z
      .optional(z.array(z.strictObject({ name: z.string(), type: z.string(), value: z.string(), ttl: z.number() })))
      .check(z.describe("What stood there before and has gone")),
    note: z.optional(z.string()).check(z.describe("How long it is needed")),
    warnings: z.optional(z.array(z.string())),
    ...propagationField,
  }),
  examples: [
    {
      title: "Verify the domain for GitHub Pages",
      input: {
        zone: "example.com",
        preset: "github-pages",
        values: ["owner=octocat", "code=0123456789abcdef0123456789abcd"],
      },
    },
    {
      title: "Let Google send our mail",
      input: { zone: "example.com", preset: "spf", values: ["include=_spf.google.com"] },
    },
  ],
  async run(given, context) {
    const preset = presetOf(given.preset);
    const { state: wanted = "present", wait, wait_timeout, confirm, ...bound } = given;
    const values = readValues(preset, givenValues(given.values), wanted);
    const asked = { preset, values, state: wanted };
    checkEarly(given.zone, (zone) => presetRecords({ ...asked, zone, records: [] }));
    const state = await openZone(context, given.zone);
    const { zone: ref, held: observed, readAt, records } = state;
    const zone = ref.domain;
    const made = presetRecords({ ...asked, zone, records });
    const plan = planFinals({ zone, mode: "replace", observed, finals: made.finals });
    const lintWarnings = plannedChanges(plan).length === 0 ? [] : lintNews(zone, records, made.finals);
    const request = { operation: "apply_preset", input: { ...bound, state: wanted }, confirm, zone: ref };
    const result = await changeZone(context, { ...request, observed, readAt, plan });
    if (result.status !== "done") return { ...result, zone };
    const { changed, change, sent } = result;
    const news = awaitedOf(sent.map((one) => one.change));
    const awaited = { ...news, zone, present: [...news.present, ...made.wanted], change };
    return {
      status: "done" as const,
      changed,
      ...(change === undefined ? {} : { change }),
      zone,
      records: recordOutcomes(state, made, sent),
      ...(wanted === "absent" || made.leaving.length === 0
        ? {}
        : { replaced: made.leaving.map((record) => goneRow(record, zone)) }),
      ...(wanted === "absent" ? {} : { note: preset.stays }),
      ...warningsField([...lintWarnings, ...changeWarnings(state, sent)]),
      ...(await waitFor(context, awaited, { wait, wait_timeout })),
    };
  },
  text(output) {
    const { zone, changed, records = [], replaced = [], change, note, warnings, propagation } = output;
    const head = changed ? `${zone}:` : `Already so in ${zone}${records.length === 0 ? "." : ":"}`;
    const rows = records.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const gone = replaced.map((row) => `replaced: ${recordLine({ ...row, fqdn: row.name })}`);
    return (
      unconfirmedText(output) ??
      lines(head, rows, gone, note, undoLine(change), warningLines(warnings), propagationLines(propagation))
    );
  },
});

function goneRow({ name, type, value, ttl }: DnsRecord, zone: string) {
  return { name: relativeName(name, zone), type, value, ttl };
}
