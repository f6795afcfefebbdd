// The doors a story goes through: the same call by the core, by each MCP client, by the command and by the Action.
import * as z from "zod/mini";
import { confirmationLadder } from "../../src/core/confirmation-ladder.ts";
import { memoryTokenStore } from "../support/memory-token-store.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { buildBundles } from "../action/support/bundles.ts";
import { runStage, type StepResult } from "../action/support/runner.ts";
import { clients } from "../mcp/support/clients.ts";
import { PROGRAM, runProgram, type SandboxProcess } from "../support/dist-program.ts";
import { nodeBinary } from "../support/node-binary.ts";
import { openTestSession } from "../support/session.ts";

export type Input = Readonly<Record<string, unknown>>;

type Call = (operation: string, input: Input) => Promise<unknown>;

/** One way in. */
export interface Door extends AsyncDisposable {
  /** Answers with the operation's structured result. */
  readonly call: Call;
  /** Calls a guarded operation without a yes, which must change nothing, and then with one, as this door takes it. */
  readonly callGuarded: (operation: string, input: Input, target: string) => Promise<unknown>;
}

type OpenDoor = (sandbox: SandboxProcess) => Promise<Door>;

function environment({ url, token }: SandboxProcess) {
  return { VPS_API_URL: url, VPS_API_TOKEN: token };
}

const preview = z.object({ status: z.literal("confirmation_required"), confirm: z.string() });

/** A preview is on stdout although the command ends with 1. */
const notDone = z.object({ code: z.literal(1), stdout: z.string().check(z.minLength(1)) });

/** A door that gives a token for a yes. */
function byToken(call: Call): Pick<Door, "call" | "callGuarded"> {
  return {
    call,
    callGuarded: async (operation, input) => {
      const { confirm } = preview.parse(await call(operation, input));
      return call(operation, { ...input, confirm });
    },
  };
}

function openCore(sandbox: SandboxProcess): Promise<Door> {
  const session = openTestSession(sandbox.url, {
    token: sandbox.token,
    confirmation: confirmationLadder({ mode: "token", tokens: memoryTokenStore(), clock: systemClock }),
  });
  return Promise.resolve({
    ...byToken(async (name, input) => {
      const operation = findOperation(name);
      if (operation === undefined) throw new Error(`No operation ${name}`);
      return runOperation(operation, input, session.context());
    }),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  });
}

function openCommand(sandbox: SandboxProcess): Promise<Door> {
  return Promise.resolve({
    ...byToken(async (name, input) => {
      const ran = runProgram(["call", name, JSON.stringify(input)], environment(sandbox));
      const { stdout } = await ran.catch((error: unknown) => notDone.parse(error));
      return JSON.parse(stdout) as unknown;
    }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

function openClient(connect: (typeof clients)[string]): OpenDoor {
  return async (sandbox) => {
    const client = await connect({ program: PROGRAM, env: environment(sandbox) });
    return {
      ...byToken(async (name, input) => {
        const { isError, text, structured } = await client.call(name, { ...input });
        if (isError) throw new Error(text);
        return structured;
      }),
      [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
    };
  };
}

function resultOf({ exitCode, log, outputs }: StepResult): unknown {
  if (exitCode !== 0) throw new Error(log.join("\n"));
  return JSON.parse(outputs.get("result") ?? "");
}

/** A step a call, on a Node of its own: a yes is the exact name, written in the workflow. */
function openAction(major: number): OpenDoor {
  return async ({ url, token }) => {
    const [bundles, node] = await Promise.all([buildBundles(), nodeBinary(major)]);
    const run = (operation: string, input: Input, confirm = "") =>
      runStage({
        folder: bundles.folder,
        node,
        stage: "main",
        inputs: {
          token,
          "api-url": url,
          operation: operation.replaceAll("_", "-"),
          arguments: JSON.stringify(input),
          confirm,
        },
        env: { RUNNER_TEMP: bundles.folder },
      });
    return {
      call: async (operation, input) => resultOf(await run(operation, input)),
      callGuarded: async (operation, input, target) => {
        const refused = await run(operation, input);
        if (refused.exitCode === 0) throw new Error(`${operation} asked for no yes`);
        return resultOf(await run(operation, input, target));
      },
      [Symbol.asyncDispose]: () => bundles[Symbol.asyncDispose](),
    };
  };
}

/** Every door by its name. */
export const doors: Readonly<Record<string, OpenDoor>> = {
  "the core": openCore,
  "the command": openCommand,
  "the Action on Node 20": openAction(20),
  "the Action on Node 24": openAction(24),
  ...Object.fromEntries(Object.entries(clients).map(([name, connect]) => [name, openClient(connect)])),
};
