// What a prompt is: a task a person picks in their host, its arguments, and what it tells the model to do.
import type { Preset } from "../../core/presets/preset.ts";
import type { CompletedNames } from "../completed-names.ts";

export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** What is offered while the person types. */
  readonly completes?: CompletedNames;
}

/** What was given; names are canonical, free text is one line in quotes. */
export interface PromptValues {
  /** The zone of a prompt that has one. */
  readonly zone: string;
  /** A free argument in quotes, undefined when left out. */
  readonly given: (name: string) => string | undefined;
  /** Whether the server has that tool. */
  readonly has: (tool: string) => boolean;
  /** The preset that the argument `service` names, if any. */
  readonly preset: Preset | undefined;
}

export interface TaskPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The tools without which the task cannot be done: without one of them there is no such prompt. */
  readonly needs: readonly string[];
  readonly arguments: readonly PromptArgument[];
  /** The task in steps; every tool that is named exists. */
  readonly steps: (values: PromptValues) => readonly (string | undefined)[];
}
