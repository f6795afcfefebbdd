// The API as one step uses it, put together: writes that a cancelled job does not cut off, a dry run that sends none,
// a witness of every change. Loaded once the inputs are known to be good.
import { type Confirmation, type ConfirmationRequest, confirmByName } from "../core/confirmation.ts";
import type { Clock } from "../core/ports.ts";
import { createSession } from "../core/session.ts";
import { type CallOperation, operationCaller } from "./call.ts";
import type { Connection } from "./connect.ts";
import { dryRunApi } from "./dry-run-api.ts";
import { annotateNotice, jobLog, jobProgress } from "./job-log.ts";
import { rememberReads } from "./seen.ts";
import { shareReads } from "./shared-reads.ts";
import { createdRecordSaver } from "./state.ts";
import { steadyApi } from "./steady-api.ts";
import type { StepSettings } from "./step-settings.ts";
import type { StepState } from "./step-state.ts";
import { type WatchedApi, watchWrites } from "./watched-api.ts";

// A cancelled job gets SIGINT, SIGTERM after 7.5 s and is killed after 10 s.
const GRACE_MS = 9_000;
const CONCURRENCY = 8;

export interface StepScene {
  readonly connection: Connection;
  readonly state: StepState;
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborted when the step is over. */
  readonly finished: AbortSignal;
}

export interface OpenStep {
  readonly watched: WatchedApi;
  readonly call: CallOperation;
  /** What a yes is wanted for, where the workflow does not give it: it stops the step, or in a dry run will. */
  readonly question: () => ConfirmationRequest | undefined;
}

/** Opens a step; nothing is sent yet. */
export function openStep(settings: StepSettings, scene: StepScene): OpenStep {
  const { connection, state, clock, cancelled } = scene;
  const { apiUrl, token, rdapUrl, wire, zones, http } = connection;
  const { confirmation, question } = keepQuestion(settings.dryRun ? foretellConfirmation : confirmByName(confirmWords));
  const session = createSession({
    http,
    apiUrl,
    token,
    rdapUrl,
    wire,
    policy: { zones, allowPurchases: settings.allowPurchases, concurrency: CONCURRENCY },
    confirmation,
    clock,
    log: jobLog([token]),
    journal: state.journal,
    plans: state.plans,
  });
  const context = session.context({ signal: cancelled, ...(settings.dryRun ? {} : { progress: jobProgress() }) });
  const lasting = session.context({ signal: graceAfter(scene) });
  const { api, seen } = rememberReads(shareReads(steadyApi(context.api, lasting.api, cancelled)));
  const watched = watchWrites(settings.dryRun ? dryRunApi(api, seen) : api, seen, saver(settings));
  return { watched, call: operationCaller({ ...context, api: watched.api }), question };
}

function confirmWords({ target }: ConfirmationRequest): string {
  return `To go ahead, set the input confirm to ${target}.`;
}

// A dry run needs no yes, and says where the real one will.
const foretellConfirmation: Confirmation = ({ preview, given, target }) => {
  if (given !== target) annotateNotice(`${preview} To do it for good, the step needs confirm: ${target}.`);
  return Promise.resolve({ granted: true });
};

// The last one that had no yes is kept, for the summary.
function keepQuestion(confirmation: Confirmation) {
  let kept: ConfirmationRequest | undefined;
  const keeping: Confirmation = (request) => {
    if (request.given !== request.target) kept = request;
    return confirmation(request);
  };
  return { confirmation: keeping, question: () => kept };
}

function saver({ cleanup, dryRun }: StepSettings): ReturnType<typeof createdRecordSaver> {
  return cleanup && !dryRun ? createdRecordSaver() : () => {};
}

// Aborted a while after the job was cancelled, unless the step is finished by then.
function graceAfter({ cancelled, clock, finished }: StepScene): AbortSignal {
  const grace = new AbortController();
  const end = () =>
    clock.sleep(GRACE_MS, finished).then(
      () => grace.abort(),
      () => undefined,
    );
  cancelled.addEventListener("abort", () => void end(), { once: true });
  return grace.signal;
}
