// What a workflow does next where name servers did not answer in time: that depends on what running it again would do.
import type { Propagation } from "../core/operations/shapes/propagation.ts";
import type { StepSettings } from "./step-settings.ts";

/** What to do next, as sentences; undefined where no name server was asked. */
export function waitAdvice(settings: StepSettings, { note, servers }: Propagation): string | undefined {
  if (servers.length === 0) return undefined;
  // A note is about the delegation, which no patience changes.
  return `The summary shows who answers what. ${note ?? nextTry(settings)}`;
}

function nextTry({ operation, given, ifExists, cleanup }: StepSettings): string {
  if (cleanup) {
    return "Raise the input wait-timeout and run the job again: what this step created is deleted after the job.";
  }
  const mends = operation.idempotent && operation.effect === "update";
  // What is found as it should be is waited for too, where it is to be there.
  if (mends && ifExists !== "fail" && given.input["state"] !== "absent") {
    return "Run the job again, which only waits; or raise the input wait-timeout.";
  }
  return "Run again, the job would not wait for it: a step with operation: check-propagation looks again. For the next time, raise the input wait-timeout.";
}
