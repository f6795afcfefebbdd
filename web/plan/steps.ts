// What a person can do with a plan: apply it, and take it back afterwards. Each step knows its tool and its words.
import type { Outcome, Plan } from "./answers.ts";
import { element, visible } from "./elements.ts";
import type { Json } from "./json.ts";

export interface StepDeps {
  /** Whether that tool can be called from here. */
  readonly can: (tool: string) => boolean;
  /** Tells the assistant what came of it. */
  readonly tell: (words: string) => void;
}

export interface Step {
  readonly tool: string;
  readonly input: Json;
  /** On the button under the server's question. */
  readonly yes: string;
  readonly busy: string;
  /** Said when the person does not go on. */
  readonly left: string;
  /** What is shown once it is done, a heading first. */
  readonly done: (outcome: Done) => Finished;
}

export interface Finished {
  readonly shown: readonly HTMLElement[];
  readonly next?: { readonly words: string; readonly step: Step } | undefined;
}

type Done = Extract<Outcome, { status: "done" }>;

export function applyStep({ id, zone }: Plan, { can, tell }: StepDeps): Step {
  return {
    tool: "apply_plan",
    input: { plan: id },
    yes: "Yes, apply",
    busy: `Applying to ${zone}…`,
    left: "The plan was not applied.",
    done: ({ change, warnings }) => {
      tell(`The person applied ${id} to ${zone} in the plan view. ${changeWords(change)}`);
      const kept = change === undefined ? ["Nothing had to change."] : ["Kept as change ", code(change), "."];
      const canUndo = change !== undefined && can("undo_change");
      return {
        shown: [heading(`Applied to ${zone}`), element("p", {}, ...kept), ...warningNotes(warnings)],
        next: canUndo ? { words: "Undo", step: undoStep(change, { zone, tell }) } : undefined,
      };
    },
  };
}

function undoStep(change: string, { zone, tell }: { readonly zone: string; readonly tell: StepDeps["tell"] }): Step {
  return {
    tool: "undo_change",
    input: { change },
    yes: "Yes, undo",
    busy: "Taking it back…",
    left: "The change stands.",
    done: ({ change: own, warnings }) => {
      tell(`The person took change ${change} of ${zone} back in the plan view. ${changeWords(own)}`);
      const words = `The records of change ${change} are as they were before it.`;
      return { shown: [heading("Taken back"), element("p", {}, words), ...warningNotes(warnings)] };
    },
  };
}

function changeWords(change: string | undefined): string {
  return change === undefined ? "Nothing had to change." : `It is change ${change}; undo_change takes it back.`;
}

function heading(words: string): HTMLElement {
  return element("h2", { class: "good" }, words);
}

function code(text: string): HTMLElement {
  return element("code", {}, text);
}

function warningNotes(warnings: readonly string[]): readonly HTMLElement[] {
  return warnings.map((warning) => element("p", { class: "care" }, visible(warning)));
}
