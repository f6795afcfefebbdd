// What a step leaves behind: outputs, lines in the log, the summary.
import { propagationLines } from "../core/operations/shapes/propagation.ts";
import { notPropagated } from "../core/operations/wait/not-propagated.ts";
import type { Performed } from "./ensure-record.ts";
import { annotateFailureText, annotateNotice, annotateWarning, say, sayGroup } from "./job-log.ts";
import { type OutputTexts, writeOutputs } from "./outputs.ts";
import { diffText, planText } from "./plan-text.ts";
import type { StepSettings } from "./step-settings.ts";
import { changeWords, type StepChange } from "./step-change.ts";
import { writeSummary } from "./summary.ts";

export interface StepOutcome extends Performed {
  readonly fqdn: string;
  readonly changes: readonly StepChange[];
}

/** Where a report goes, beside the log and the outputs. */
export interface ReportPlace {
  /** Of the job; undefined where the runner has none. */
  readonly summaryFile: string | undefined;
}

/**
 * Tells a step that came to its end; resolves to whether it counts as a success.
 * @throws VpsError not_propagated, once everything is told, where the waiting ran out of time.
 */
export async function reportSuccess(
  settings: StepSettings,
  outcome: StepOutcome,
  { summaryFile }: ReportPlace,
): Promise<boolean> {
  const { operation, dryRun, failOnChange } = settings;
  const { answer, changes, output } = outcome;
  const { propagation } = answer;
  const changed = answer.changed ?? false;
  const plan = changes.length === 0 ? diffText(answer.planned) : planText(changes);
  writeOutputs({
    ...idTexts(dryRun ? [] : answer.records.map(({ id }) => id)),
    ...texts({ ...outcome, output: dryRun ? withoutChange(output) : output }, changed, plan),
  });
  const isRead = operation.effect === "read";
  tell(settings, changes, isRead ? operation.text(output) : plan);
  const [heard, ...servers] = propagationLines(propagation);
  if (servers.length > 0) sayGroup(heard ?? "", servers.join("\n"));
  for (const note of outcome.notes ?? []) annotateNotice(note);
  for (const warning of answer.warnings) annotateWarning(warning);
  await writeSummary(
    {
      operation: nameOf(settings),
      dryRun,
      failed: false,
      changes,
      diff: answer.planned.length === 0 ? "" : plan,
      records: answer.records,
      isRead,
      text: changes.length === 0 && answer.records.length === 0 ? operation.text(output) : "",
      propagation,
      next: nextOf(settings, changes),
    },
    summaryFile,
  );
  const late = notPropagated(output);
  if (late !== undefined) throw late;
  if (!failOnChange || !changed) return true;
  annotateFailureText(
    `Something would change: ${changeWords(changes)}. The summary shows it; fail-on-change asked to be told.`,
  );
  return false;
}

/** Tells what a step did before it failed; the failure itself is annotated by the caller. */
export async function reportFailure(
  settings: StepSettings,
  changes: readonly StepChange[],
  { summaryFile }: ReportPlace,
): Promise<void> {
  if (changes.length === 0) return;
  const plan = planText(changes);
  const ids = changes.flatMap((change) =>
    change.kind === "record" && change.action === "create" && !settings.dryRun ? [change.after.id] : [],
  );
  writeOutputs({ ...idTexts(ids), changed: "true", fqdn: "", plan, result: "" });
  tell(settings, changes, plan);
  const { dryRun } = settings;
  await writeSummary(
    {
      operation: nameOf(settings),
      dryRun,
      failed: true,
      changes,
      diff: "",
      records: [],
      isRead: false,
      text: "",
      propagation: undefined,
      next: afterFailure(settings),
    },
    summaryFile,
  );
}

function texts({ output, fqdn }: StepOutcome, changed: boolean, plan: string) {
  return { changed: String(changed), fqdn, plan, result: JSON.stringify(output) };
}

// A change that was not made is in no journal, so there is no id to undo it by.
function withoutChange(output: StepOutcome["output"]): StepOutcome["output"] {
  const { change: _, ...rest } = output;
  return rest;
}

function idTexts(ids: readonly string[]): Pick<OutputTexts, "record-id" | "record-ids"> {
  return { "record-id": ids.length === 1 ? (ids[0] ?? "") : "", "record-ids": JSON.stringify(ids) };
}

// One line that is read, and what is behind it to unfold.
function tell(settings: StepSettings, changes: readonly StepChange[], detail: string): void {
  const title = `${nameOf(settings)}${settings.dryRun ? " (dry run, nothing written)" : ""}`;
  if (settings.operation.effect === "read") sayGroup(title, detail);
  else if (changes.length === 0) say(`${title}: no change`);
  else sayGroup(`${title}: ${changeWords(changes)}`, detail);
}

function nextOf({ cleanup, dryRun, task }: StepSettings, changes: readonly StepChange[]): string | undefined {
  if (dryRun) return changes.length === 0 ? undefined : "Run the step without dry-run to make it so.";
  const created = changes.some((change) => change.kind === "record" && change.action === "create");
  if (cleanup && created) return "The records created here are deleted after the job.";
  const isGone = changes.length > 0 && changes.every(({ action }) => action === "delete");
  return isGone ? undefined : task?.stays;
}

function afterFailure({ operation }: StepSettings): string {
  const done = "What is listed was done before the failure.";
  if (operation.idempotent) return `${done} Run the job again: what is done already counts as done.`;
  return `${done} Run again, the step would ask for it a second time: look first at what is there.`;
}

function nameOf({ operation }: StepSettings): string {
  return operation.name.replaceAll("_", "-");
}
