// lint_zone: what is wrong with a zone, or with a zone file before it becomes one.
import * as z from "zod/mini";
import type { Context } from "../context.ts";
import { parseZoneName, relativeName } from "../dns/name.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { Finding } from "../dns/lint/finding.ts";
import { lintZone as lint } from "../dns/lint/lint-zone.ts";
import { InputError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import { atField } from "./at-field.ts";
import * as fields from "./fields.ts";
import { openZone } from "./find/read-zone.ts";
import { readZoneFile, zoneFileOrigin } from "./find/zone-file.ts";
import { warningsField } from "./write/write-warnings.ts";

const finding = z.strictObject({
  id: z.string(),
  severity: z.enum(["error", "warning", "advice"]),
  name: z.string().check(z.describe("Relative, @ for the apex")),
  type: z.optional(z.string()),
  message: z.string(),
  fix: z.string(),
  source: z.string(),
});

const output = z.strictObject({
  zone: z.string(),
  records: z.number().check(z.describe("How many were checked")),
  findings: z.array(finding),
  warnings: z.optional(z.array(z.string())),
});

export const lintZone = defineOperation({
  name: "lint_zone",
  title: "Check zone",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Find mistakes in a zone or zone file, each with its fix.",
  input: z.strictObject({
    zone: z.optional(fields.zone),
    zonefile: z.optional(fields.zonefile.check(z.describe("Or this; zone: its origin"))),
    ignore: z.optional(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100), z.describe("Finding ids"))),
  }),
  output,
  examples: [
    { title: "Is anything wrong with example.com?", input: { zone: "example.com" } },
    {
      title: "Check a zone file",
      input: { zone: "example.net", zonefile: "@ 3600 IN MX 10 mail\nmail 3600 IN A 192.0.2.25\n" },
    },
  ],
  async run({ zone, zonefile, ignore = [] }, context) {
    const checked = zonefile === undefined ? await readHeld(context, zone) : await readGiven(zone, zonefile);
    const findings = lint({ zone: checked.zone, records: checked.records, ignore });
    return {
      zone: checked.zone,
      records: checked.records.length,
      findings: [...findings].sort(bySeverity).map(({ id, severity, name, type, message, fix, source }) => ({
        id,
        severity,
        name: relativeName(name, checked.zone),
        type,
        message,
        fix,
        source,
      })),
      ...warningsField(checked.warnings),
    };
  },
  text({ zone, records, findings, warnings }) {
    return lines(
      `${zone}, ${count(records, "record")} checked: ${count(findings.length, "finding")}.`,
      findings.map(
        ({ id, severity, name, type, message, fix, source }) =>
          `${severity} ${id} at ${name}${type === undefined ? "" : ` ${type}`}: ${message} ${fix} (${source})`,
      ),
      warningLines(warnings),
    );
  },
});

interface Checked {
  readonly zone: string;
  readonly records: readonly DnsRecord[];
  readonly warnings: readonly string[];
}

async function readHeld(context: Context, zone: string | undefined): Promise<Checked> {
  if (zone === undefined) {
    throw new InputError("invalid_input", "Neither zone nor zonefile was given.", {
      field: "zone",
      hint: "Give the zone to check, or a zone file's text.",
    });
  }
  const state = await openZone(context, zone);
  const unknown = state.held.length - state.records.length;
  return {
    zone: state.zone.domain,
    records: state.records,
    warnings: [
      ...(unknown === 0
        ? []
        : [`${count(unknown, "record")} of a type or value this program does not know was left out.`]),
      ...(state.incomplete ? ["The API counted more records than it gave: this is not the whole zone."] : []),
    ],
  };
}

async function readGiven(zone: string | undefined, zonefile: string): Promise<Checked> {
  const origin = zone === undefined ? zoneFileOrigin(zonefile) : atField("zone", () => parseZoneName(zone));
  // A record that must not be written is a finding here, told beside the others.
  const { records, warnings } = await readZoneFile(origin, zonefile, { faulty: "keep" });
  return { zone: origin, records, warnings };
}

const RANK: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, advice: 2 };

function bySeverity(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity];
}
