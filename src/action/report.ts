// What a step leaves behind: outputs, lines in the log, the summary.
import type { ConfirmationRequest } from "../core/confirmation.ts";
import { VpsError } from "../core/errors.ts";
import { type Propagation, propagationLines } from "../core/operations/shapes/propagation.ts";
import { notPropagated } from "../core/operations/wait/not-propagated.ts";
import type { Performed } from "./ensure-record.ts";
import { annotateFailureText, annotateNotice, annotateWarning, say, sayGroup } from "./job-log.ts";
import { type OutputTexts, writeOutputs } from "./outputs.ts";
import { diffText, planText } from "./plan-text.ts";
import type { StepSettings } from "./step-settings.ts";
import { asStepChanges, changeWords, type StepChange } from "./step-change.ts";
import { writeSummary } from "./summary.ts";
import { waitAdvice } from "./wait-advice.ts";

/** How the step was set up, and where its report goes beside the log and the outputs. */
export interface ReportSettings extends StepSettings {
  /** The job summary's; undefined where the runner has none. */
  readonly summaryFile: string | undefined;
  /** Nothing of it is real. */
  readonly isSandbox: boolean;
}

/** What a step did, and what it wants a yes for. */
export interface StepDeeds {
  readonly changes: readonly StepChange[];
  readonly question: ConfirmationRequest | undefined;
}

export interface StepOutcome extends Performed, StepDeeds {
  readonly fqdn: string;
}

/**
 * Tells a step that came to its end; resolves to whether it counts as a success.
 * @throws VpsError not_propagated, once everything is told, where the waiting ran out of time.
 */
export async function reportSuccess(settings: ReportSettings, outcome: StepOutcome): Promise<boolean> {
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
      end: "done",
      changes,
      diff: answer.planned.length === 0 ? "" : plan,
      records: answer.records,
      total: answer.total,
      isRead,
      text: changes.length === 0 && answer.records.length === 0 ? operation.text(output) : "",
      propagation,
      next: nextOf(settings, outcome),
    },
    settings.summaryFile,
  );
  const late = notPropagated(output);
  if (late !== undefined) throw adapted(late, settings, propagation);
  if (!failOnChange || !changed) return true;
  annotateFailureText(
    `Something would change: ${changeWords(changes)}. The summary shows it; fail-on-change asked to be told.`,
  );
  return false;
}

/** Tells what a step did, or was about to do, before it failed; the failure itself is annotated by the caller. */
export async function reportFailure(settings: ReportSettings, { changes, question }: StepDeeds): Promise<void> {
  if (changes.length > 0) await tellHalf(settings, changes);
  else if (question !== undefined && !settings.dryRun) await tellQuestion(settings, question);
}

const NOTHING_ELSE = { diff: "", records: [], isRead: false, text: "", propagation: undefined } as const;

async function tellHalf(settings: ReportSettings, changes: readonly StepChange[]): Promise<void> {
  const plan = planText(changes);
  const { dryRun } = settings;
  const ids = changes.flatMap((change) =>
    change.kind === "record" && change.action === "create" && !dryRun ? [change.after.id] : [],
  );
  writeOutputs({ ...idTexts(ids), changed: "true", fqdn: "", plan, result: "" });
  tell(settings, changes, plan);
  const operation = nameOf(settings);
  const next = afterFailure(settings);
  await writeSummary({ ...NOTHING_ELSE, operation, dryRun, end: "failed", changes, next }, settings.summaryFile);
}

async function tellQuestion(settings: ReportSettings, { planned = [], preview, target }: ConfirmationRequest) {
  const plan = planText(asStepChanges(planned));
  writeOutputs({ ...idTexts([]), changed: "false", fqdn: "", plan, result: "" });
  const operation = nameOf(settings);
  if (plan !== "") sayGroup(`${operation}: nothing changed; with confirm it would be`, plan);
  const next = `${preview} Where that is meant, set the input confirm to ${target} and run the job again.`;
  await writeSummary(
    { ...NOTHING_ELSE, operation, dryRun: false, end: "unconfirmed", changes: [], diff: plan, next },
    settings.summaryFile,
  );
}

// The core speaks of a look at the name servers; what a workflow can do depends on the step.
function adapted(late: VpsError, settings: ReportSettings, propagation: Propagation | undefined): VpsError {
  const advice = propagation === undefined ? undefined : waitAdvice(settings, propagation);
  return new VpsError(late.code, late.message, { hint: advice ?? late.hint });
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
function tell(settings: ReportSettings, changes: readonly StepChange[], detail: string): void {
  const title = `${nameOf(settings)}${settings.dryRun ? " (dry run, nothing written)" : ""}`;
  if (settings.operation.effect === "read") sayGroup(title, detail);
  else if (changes.length === 0) say(`${title}: no change`);
  else sayGroup(`${title}: ${changeWords(changes)}`, detail);
}

function nextOf(settings: StepSettings, { answer, changes, question }: StepOutcome): string | undefined {
  const { operation, given, cleanup, dryRun, task } = settings;
  if (operation.effect === "read" && answer.guards.length > 0) {
    return `${answer.guards.join(" ")} The step that carries it out needs confirm: ${answer.zone}.`;
  }
  if (dryRun && question !== undefined) {
    return `${question.preview} Run the step without dry-run and with confirm: ${question.target} to make it so.`;
  }
  if (dryRun) return changes.length === 0 ? undefined : "Run the step without dry-run to make it so.";
  const created = changes.some((change) => change.kind === "record" && change.action === "create");
  if (cleanup && created) return "The records created here are deleted after the job.";
  return given.input["state"] === "absent" ? undefined : task?.stays;
}

function afterFailure({ operation, cleanup }: StepSettings): string {
  const done = "What is listed was done before the failure.";
  if (cleanup) return `${done} What was created is deleted after the job; run it again then.`;
  if (operation.idempotent) return `${done} Run the job again: what is done already counts as done.`;
  return `${done} Run again, the step would ask for it a second time: look first at what is there.`;
}

// A sandbox by mistake must not look like the account.
function nameOf({ operation, isSandbox }: ReportSettings): string {
  return `${operation.name.replaceAll("_", "-")}${isSandbox ? " on the sandbox" : ""}`;
}
