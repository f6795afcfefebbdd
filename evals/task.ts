// What a task is: what a person says, the account it is said of, and how one sees whether it was done.
import type { World } from "./world.ts";

export interface Task {
  /** kebab-case. */
  readonly name: string;
  /** The person's words; all that a model gets beside the tools. */
  readonly say: string;
  /** Of the server, beside the sandbox's address. */
  readonly flags?: readonly string[];
  /** Makes the account what the words are about; the seeded one when left out. */
  readonly prepare?: (world: World) => Promise<unknown>;
  /** What is wrong at the end, as sentences; nothing when it was done. `said` is the model's last word. */
  readonly check: (world: World, said: string) => Promise<readonly string[]>;
  /** One way to do it, with the fewest calls: the yardstick, and the proof that the task can be done. */
  readonly reference: (call: CallTool) => Promise<string>;
}

/** Calls a tool; gives what it answered, refusals too. */
export type CallTool = (name: string, input: Readonly<Record<string, unknown>>) => Promise<ToolResult>;

export interface ToolResult {
  readonly isError: boolean;
  readonly text: string;
  /** The token of a preview, where a yes is wanted. */
  readonly confirm: string | undefined;
}
