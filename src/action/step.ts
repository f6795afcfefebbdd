// The main step from its inputs to its outputs: mask, read, run, tell. It reports every failure and throws none.
import { confirmByName } from "../core/confirmation.ts";
import type { Clock } from "../core/ports.ts";
import { createSession } from "../core/session.ts";
import { operationCaller } from "./call.ts";
import { type Connection, type ConnectPorts, connect, sandboxChoice } from "./connect.ts";
import { dryRunApi } from "./dry-run-api.ts";
import { type InputReader, inputReader } from "./inputs.ts";
import { annotateFailure, jobLog, jobProgress } from "./job-log.ts";
import { maskSecret, maskSecretFields } from "./mask.ts";
import { inputOf } from "./operation-input.ts";
import { perform } from "./perform.ts";
import { type Mapping, readMapping } from "./read-mapping.ts";
import { reportFailure, reportSuccess } from "./report.ts";
import { rememberReads } from "./seen.ts";
import { createdRecordSaver, savePlace } from "./state.ts";
import { steadyApi } from "./steady-api.ts";
import { readSettings, type StepSettings } from "./step-settings.ts";
import { type WatchedApi, watchWrites } from "./watched-api.ts";

// A cancelled job gets SIGINT, SIGTERM after 7.5 s and is killed after 10 s.
const GRACE_MS = 9_000;
const CONCURRENCY = 8;

export interface StepPorts extends ConnectPorts {
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
}

/** Runs the step; resolves to whether it succeeded. */
export async function runStep(ports: StepPorts): Promise<boolean> {
  const read = inputReader(ports.env);
  maskSecret(read("token"));
  let args: Mapping = {};
  try {
    args = await readMapping(read("arguments"), "arguments");
    maskSecretFields(args);
    const settings = readSettings(read, args);
    const connection = await connect(read, ports);
    try {
      return await carryOut(settings, { ...ports, read, connection });
    } finally {
      await connection.close();
    }
  } catch (error) {
    annotateFailure(error, (field) => inputOf(field, args));
    return false;
  }
}

interface StepScene extends StepPorts {
  readonly read: InputReader;
  readonly connection: Connection;
}

async function carryOut(settings: StepSettings, scene: StepScene): Promise<boolean> {
  if (settings.cleanup && !settings.dryRun) {
    const choice = sandboxChoice(scene.read);
    savePlace({
      apiUrl: scene.connection.apiUrl,
      ...(choice === undefined ? {} : { sandbox: choice.folder ?? "" }),
    });
  }
  const finished = new AbortController();
  const { watched, call } = openStep(settings, { ...scene, finished: finished.signal });
  try {
    const done = await perform(settings, call);
    await watched.settled();
    return await reportSuccess(settings, { ...done, changes: watched.changes() });
  } catch (error) {
    // A record whose creation is still under way has to get into the state before this process ends.
    await watched.settled();
    await reportFailure(settings, watched.changes());
    throw error;
  } finally {
    finished.abort();
  }
}

function openStep(settings: StepSettings, scene: StepScene & { readonly finished: AbortSignal }) {
  const { connection, clock, cancelled } = scene;
  const { apiUrl, token, http } = connection;
  const session = createSession({
    http,
    apiUrl,
    token,
    policy: { zones: [], allowPurchases: settings.allowPurchases, concurrency: CONCURRENCY },
    confirmation: settings.dryRun ? () => Promise.resolve({ granted: true }) : confirmByName,
    clock,
    log: jobLog([token]),
  });
  const context = session.context({ signal: cancelled, progress: jobProgress() });
  const lasting = session.context({ signal: graceAfter(scene) });
  const { api, seen } = rememberReads(steadyApi(context.api, lasting.api, cancelled));
  const watched: WatchedApi = watchWrites(settings.dryRun ? dryRunApi(api, seen) : api, seen, saver(settings));
  return { watched, call: operationCaller({ ...context, api: watched.api }) };
}

function saver({ cleanup, dryRun }: StepSettings): ReturnType<typeof createdRecordSaver> {
  return cleanup && !dryRun ? createdRecordSaver() : () => {};
}

// Aborted a while after the job was cancelled, unless the step is finished by then.
function graceAfter({ cancelled, clock, finished }: StepScene & { readonly finished: AbortSignal }): AbortSignal {
  const grace = new AbortController();
  const end = () =>
    clock.sleep(GRACE_MS, finished).then(
      () => grace.abort(),
      () => undefined,
    );
  cancelled.addEventListener("abort", () => void end(), { once: true });
  return grace.signal;
}
