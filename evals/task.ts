// What a task is: what a person says, the account it is said of, and how one sees whether it was done.
import type { Permission } from "../src/sandbox/state/entities.ts";
import type { End } from "./account.ts";
import type { World } from "./world.ts";

/** `silent`: nobody answers, and the host gives the question up. */
export type Says = "yes" | "no" | "silent";

export interface Task {
  /** kebab-case. */
  readonly name: string;
  /** The person's words; all that a model gets beside the tools. */
  readonly say: string;
  /** Of the server, beside the sandbox's address. */
  readonly flags?: readonly string[];
  /** What the server's token may do; everything when left out. */
  readonly permissions?: readonly Permission[];
  /** Makes the account what the words are about; the seeded one when left out. */
  readonly prepare?: (world: World) => Promise<unknown>;
  /**
   * What is so at the end, while everything else is as it was; `{}` where what was written is taken back. Left out where
   * nothing may be written.
   */
  readonly end?: End;
  /** What the model's last word holds. The question's own words must not be enough. */
  readonly said?: readonly RegExp[];
  /** What it does not hold. */
  readonly unsaid?: readonly RegExp[];
  /** What the person says when the server asks; left out where it has nothing to ask. */
  readonly person?: Says;
  /** The fewest tool calls that can do it; a yes that is passed on as a token is one more. */
  readonly least: number;
  /** One way to do it in so many calls: the yardstick, and the proof that the task can be done. */
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
