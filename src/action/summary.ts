// The job summary: what changed, before and after, as a table; what only was read, as text. It is HTML made here:
// everything that came from outside is escaped and on one line, so that it cannot end the table or hide text.
import { appendFile } from "node:fs/promises";
import type { HeldRecord } from "../core/api/api.ts";
import type { Propagation, ServerRow } from "../core/operations/shapes/propagation.ts";
import { plainText } from "../core/text/plain-text.ts";
import type { AnsweredRecord } from "./answer.ts";
import { annotateWarning } from "./job-log.ts";
import { withoutSecrets } from "./mask.ts";
import { changeWords, type StepChange } from "./step-change.ts";

const ROWS_MAX = 200;
const VALUE_MAX_LENGTH = 300;
const TEXT_MAX_LENGTH = 20_000;

export interface StepReport {
  /** The operation in kebab-case. */
  readonly operation: string;
  readonly dryRun: boolean;
  readonly isRead: boolean;
  /** `failed`: not all was done; `unconfirmed`: nothing was, for want of a yes. */
  readonly end: "done" | "failed" | "unconfirmed";
  readonly changes: readonly StepChange[];
  /** What a plan made of it, as a diff; shown in place of the table. "" where there was none. */
  readonly diff: string;
  /** The records of the answer, shown where nothing changed. */
  readonly records: readonly AnsweredRecord[];
  /** How many there are of them in all. */
  readonly total?: number | undefined;
  /** The operation's own text, for those that answer with something else than records. */
  readonly text: string;
  /** What name servers answered, when it waited for them. */
  readonly propagation: Propagation | undefined;
  /** What happens next, as a sentence. */
  readonly next: string | undefined;
}

/** Appends the report to the job summary's file; where the runner has none, that is told and nothing fails. */
export async function writeSummary(report: StepReport, file: string | undefined): Promise<void> {
  try {
    // The class for summaries in @actions/core is 9 kB of HTML that is made here already.
    await appendFile(file ?? "", `${withoutSecrets(summaryText(report))}\n`);
  } catch {
    annotateWarning("The job summary could not be written.");
  }
}

/** The report as GitHub's Markdown with HTML. */
export function summaryText(report: StepReport): string {
  const parts = [`### ${heading(report)}`];
  if (report.diff !== "") parts.push(`<pre lang="diff">\n${escaped(report.diff)}\n</pre>`);
  else if (report.changes.length > 0)
    parts.push(table(["", "name", "type", "before", "after"], report.changes.map(changeRow)));
  else if (report.records.length > 0)
    parts.push(table(["name", "type", "record"], report.records.map(recordRow), report.total));
  else if (report.text !== "") parts.push(`<pre>${escaped(cut(report.text))}</pre>`);
  if (report.propagation !== undefined) parts.push(serversPart(report.propagation));
  if (report.next !== undefined) parts.push(prose(report.next));
  return `${parts.join("\n\n")}\n`;
}

function heading({ operation, dryRun, isRead, end, changes }: StepReport): string {
  if (isRead) return operation;
  if (end === "unconfirmed") return `${operation}: nothing changed, it waits for confirm`;
  const words = changeWords(changes);
  return `${operation}${dryRun ? " (dry run, nothing written)" : ""}: ${words}${end === "failed" ? ", then it failed" : ""}`;
}

function changeRow(change: StepChange): string[] {
  if (change.kind !== "record") return [change.action, code(change.name), change.kind, "", ""];
  const before = change.action === "create" ? undefined : change.before;
  const after = change.action === "delete" ? undefined : change.after;
  const record = after ?? before;
  const name = record?.name ?? (change.action === "delete" ? change.id : "");
  return [change.action, code(name), escaped(record?.type ?? ""), content(before), content(after)];
}

function recordRow(record: AnsweredRecord): string[] {
  return [code(record.fqdn), escaped(record.type), content(record)];
}

function content(record: Pick<HeldRecord, "value" | "ttl" | "priority"> | AnsweredRecord | undefined): string {
  if (record === undefined) return "";
  const priority = record.priority === undefined ? "" : `, priority ${record.priority}`;
  return `${code(record.value)}<br>TTL ${record.ttl}${priority}`;
}

function serversPart({ propagated, servers, note }: Propagation): string {
  if (servers.length === 0) return prose(note ?? "");
  const head = propagated ? "Answered by the name servers" : "Not answered by all name servers yet";
  const shown = table(["", "server", "answers", "TTL", "serial", ""], servers.map(serverRow));
  return [`**${head}**`, shown, ...(note === undefined ? [] : [prose(note)])].join("\n\n");
}

function serverRow({ ok, kind, server, address, answers, rcode, ttl, serial, error }: ServerRow): string[] {
  const where = address === undefined || server.includes(address) ? "" : `<br>${code(address)}`;
  return [
    ok ? "yes" : "no",
    `${code(server)}${where}<br>${kind}`,
    answers.length > 0 ? answers.map(code).join("<br>") : escaped(rcode ?? ""),
    String(ttl ?? ""),
    String(serial ?? ""),
    escaped(error ?? ""),
  ];
}

// In one piece without an empty line: Markdown would take over again behind it.
function table(head: readonly string[], rows: readonly (readonly string[])[], total = rows.length): string {
  const more = total - Math.min(rows.length, ROWS_MAX);
  return [
    "<table>",
    `<tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr>`,
    ...rows.slice(0, ROWS_MAX).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    ...(more > 0 ? [`<tr><td colspan="${head.length}">and ${more} more</td></tr>`] : []),
    "</table>",
  ].join("\n");
}

// GitHub leaves mentions, issue numbers and links alone inside code.
function code(text: string): string {
  return `<code>${escaped(plainText(text, VALUE_MAX_LENGTH))}</code>`;
}

// Outside of HTML it is Markdown: names may hold what would be a link, a mention or emphasis there.
function prose(text: string): string {
  return escaped(text).replaceAll(/[*_`~@[\]]|:(?=\/\/)/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function escaped(text: string): string {
  return text
    .split("\n")
    .map((line) => plainText(line, TEXT_MAX_LENGTH))
    .filter((line) => line.trim() !== "")
    .join("\n")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function cut(text: string): string {
  return text.length > TEXT_MAX_LENGTH ? `${text.slice(0, TEXT_MAX_LENGTH)}\n… (cut)` : text;
}
