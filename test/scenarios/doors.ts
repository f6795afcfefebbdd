// The doors a story goes through: the same call by the core, by each MCP client, by the command and by the Action.
import { confirmationLadder } from "../../src/core/confirmation-ladder.ts";
import { memoryTokenStore } from "../../src/core/journal/memory-state.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { clients } from "../mcp/support/clients.ts";
import { PROGRAM, runProgram, type SandboxProcess } from "../support/dist-program.ts";
import { openTestSession } from "../support/session.ts";

export type Input = Readonly<Record<string, unknown>>;

/** One way in; `call` answers with the operation's structured result. */
export interface Door extends AsyncDisposable {
  call(operation: string, input: Input): Promise<unknown>;
}

type OpenDoor = (sandbox: SandboxProcess) => Promise<Door>;

function environment({ url, token }: SandboxProcess) {
  return { VPS_API_URL: url, VPS_API_TOKEN: token };
}

function openCore(sandbox: SandboxProcess): Promise<Door> {
  const session = openTestSession(sandbox.url, {
    token: sandbox.token,
    confirmation: confirmationLadder({ mode: "token", tokens: memoryTokenStore(), clock: systemClock }),
  });
  return Promise.resolve({
    call: async (name, input) => {
      const operation = findOperation(name);
      if (operation === undefined) throw new Error(`No operation ${name}`);
      return runOperation(operation, input, session.context());
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  });
}

function openCommand(sandbox: SandboxProcess): Promise<Door> {
  return Promise.resolve({
    call: async (name, input) => {
      const { stdout } = await runProgram(["call", name, JSON.stringify(input)], environment(sandbox));
      return JSON.parse(stdout) as unknown;
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

function openClient(connect: (typeof clients)[string]): OpenDoor {
  return async (sandbox) => {
    const client = await connect({ program: PROGRAM, env: environment(sandbox) });
    return {
      call: async (name, input) => {
        const { isError, text, structured } = await client.call(name, { ...input });
        if (isError) throw new Error(text);
        return structured;
      },
      [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
    };
  };
}

/** Every door by its name. */
export const doors: Readonly<Record<string, OpenDoor>> = {
  "the core": openCore,
  "the command": openCommand,
  ...Object.fromEntries(Object.entries(clients).map(([name, connect]) => [name, openClient(connect)])),
};
