// A runner for one step, by the rules of GitHub's own: inputs with their defaults as INPUT_*, file commands, STATE_* for
// post alone, masks that hold from the line that sets them, commands on both streams.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCommand, type WorkflowCommand } from "./commands.ts";
import { parseFileCommands } from "./file-commands.ts";
import { readMetadata } from "./metadata.ts";

const FILES = ["output", "state", "env", "path", "step_summary"] as const;

export interface StepRequest {
  /** Holds main.mjs and post.mjs; a temporary folder for the step is made inside. */
  readonly folder: string;
  readonly stage: "main" | "post";
  readonly inputs: Readonly<Record<string, string>>;
  /** What main saved; only post sees it. */
  readonly state?: ReadonlyMap<string, string>;
  /** What the job had masked already. */
  readonly masks?: readonly string[];
  /** Of the job, beside the runner's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node binary; the one that runs the tests when left out. */
  readonly node?: string;
  /** Of the workspace, by path; the step runs there. */
  readonly files?: Readonly<Record<string, string>>;
  /** Called once the process runs. */
  readonly started?: (step: StartedStep) => void;
}

export interface StartedStep {
  /** As the runner does when the job is cancelled. */
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly stateFile: string;
}

export interface StepResult {
  readonly exitCode: number | null;
  /** As the process wrote them. */
  readonly stdout: string;
  readonly stderr: string;
  /** Every line of both streams as the job log shows it: masked. */
  readonly log: readonly string[];
  readonly commands: readonly WorkflowCommand[];
  readonly masks: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly env: ReadonlyMap<string, string>;
  readonly path: string;
  readonly summary: string;
}

/** Runs one stage of the step to its end. */
export async function runStage(request: StepRequest): Promise<StepResult> {
  const scratch = await mkdtemp(join(request.folder, "step-"));
  const workspace = join(scratch, "workspace");
  await mkdir(workspace);
  await Promise.all(Object.entries(request.files ?? {}).map(([path, text]) => writeFile(join(workspace, path), text)));
  const files = Object.fromEntries(FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, join(scratch, name)]));
  await Promise.all(Object.values(files).map((path) => writeFile(path, "")));
  const env = { ...environment(request), ...files, ...request.env };
  const ended = await execute(request, { env, cwd: workspace });
  // A file that is gone says nothing.
  const read = (name: (typeof FILES)[number]) => readFile(join(scratch, name), "utf8").catch(() => "");
  const told = readLines(`${ended.stdout}\n${ended.stderr}`, request.masks ?? []);
  return {
    ...ended,
    ...told,
    outputs: parseFileCommands(await read("output")),
    state: parseFileCommands(await read("state")),
    env: parseFileCommands(await read("env")),
    path: await read("path"),
    summary: await read("step_summary"),
  };
}

/** The process's environment: nothing of the machine's but PATH and a home folder. */
function environment({ stage, inputs, state }: StepRequest): Record<string, string> {
  const declared = readMetadata().inputs;
  const unexpected = Object.keys(inputs).filter((name) => !(name in declared));
  if (unexpected.length > 0) throw new Error(`Unexpected input(s) ${unexpected.join(", ")}`);
  const pairs: [string, string][] = Object.entries(declared).map(([name, input]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    inputs[name] ?? input.default ?? "",
  ]);
  if (stage === "post") for (const [name, value] of state ?? []) pairs.push([`STATE_${name}`, value]);
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: "/nonexistent",
    CI: "true",
    GITHUB_ACTIONS: "true",
    ...Object.fromEntries(pairs),
  };
}

function execute(
  { folder, stage, node, started }: StepRequest,
  { env, cwd }: { readonly env: Record<string, string>; readonly cwd: string },
): Promise<Pick<StepResult, "exitCode" | "stdout" | "stderr">> {
  const child = spawn(node ?? process.execPath, [join(folder, `${stage}.mjs`)], {
    env,
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  started?.({ kill: (signal) => child.kill(signal), stateFile: env["GITHUB_STATE"] ?? "" });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

function readLines(text: string, known: readonly string[]): Pick<StepResult, "log" | "commands" | "masks"> {
  const masks = [...known];
  const log: string[] = [];
  const commands: WorkflowCommand[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const command = parseCommand(line);
    if (command !== undefined) commands.push(command);
    if (command?.name === "add-mask") masks.push(...command.data.split("\n").filter((mask) => mask !== ""));
    // The runner shows no mask command; every other line passes through the masks known by then.
    else log.push(masked(line, masks));
  }
  return { log, commands, masks };
}

/** A line as the job log shows it. */
export function masked(line: string, masks: readonly string[]): string {
  return masks.reduce((rest, mask) => rest.replaceAll(mask, "***"), line);
}
