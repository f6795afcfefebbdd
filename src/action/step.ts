// The main step from its inputs to its outputs: mask, read, run, tell. It reports every failure and throws none.
import type { Clock } from "../core/ports.ts";
import { type ConnectPorts, connect } from "./connect.ts";
import { summaryFileOf } from "./env.ts";
import { inputReader, isSet } from "./input-reader.ts";
import type { InputName } from "./inputs.ts";
import { annotateFailure } from "./job-log.ts";
import { maskSecret, maskSecretFields } from "./mask.ts";
import { inputOf } from "./operation-input.ts";
import { type Mapping, readMapping } from "./read-mapping.ts";
import { readSettings } from "./step-settings.ts";

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
  let stateIsKept = false;
  try {
    args = await readMapping(read("arguments"), "arguments");
    maskSecretFields(args);
    const settings = await readSettings(read, args);
    const connection = await connect(read, ports);
    try {
      const { clock, cancelled, env } = ports;
      const [{ carryOut }, { openStepState }] = await Promise.all([
        import("./carry-out.ts"),
        import("./step-state.ts"),
      ]);
      const { sandboxFolder } = connection;
      const state = await openStepState({ env, sandboxFolder, clock, dryRun: settings.dryRun });
      stateIsKept = state.isKept;
      const report = { summaryFile: summaryFileOf(env), isSandbox: sandboxFolder !== undefined };
      return await carryOut({ ...settings, ...report }, { connection, state, clock, cancelled });
    } finally {
      await connection.close();
    }
  } catch (error) {
    const sources = { args, isGiven: (input: InputName) => isSet(read, input) };
    annotateFailure(error, { inputOf: (field) => inputOf(field, sources), stateIsKept });
    return false;
  }
}
