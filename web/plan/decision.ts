// The person's side of a plan: apply it or leave it, the server's question in between, and what came of it.
// Nothing is confirmed here but by a press of the button under the question.
import { type Outcome, type Plan, readOutcome } from "./answers.ts";
import { element, focusOn, visible } from "./elements.ts";
import type { Json } from "./json.ts";
import { applyStep, type Step, type StepDeps } from "./steps.ts";

export interface DecisionDeps extends StepDeps {
  /** Calls a tool of the server through the host. */
  readonly call: (tool: string, input: Json) => Promise<Json>;
  /** Speaks to a screen reader. */
  readonly say: (words: string) => void;
}

/** The part of the page below the table. */
export function decision(plan: Plan, deps: DecisionDeps): HTMLElement {
  const box = element("section", { class: "decision", "aria-label": "Decision" });
  if (plan.changes.length === 0) box.append(note("There is nothing to apply."));
  else if (deps.can("apply_plan")) box.append(offer(box, plan, deps));
  else box.append(note(`It cannot be applied from here. To apply it, ask the assistant to apply ${plan.id}.`));
  return box;
}

function offer(box: HTMLElement, plan: Plan, deps: DecisionDeps): HTMLElement {
  const step = applyStep(plan, deps);
  return buttons(
    button("primary", `Apply to ${plan.zone}`, () => void run(box, step, deps)),
    button("plain", "Leave it", () => leave(box, step, deps)),
  );
}

async function run(box: HTMLElement, step: Step, deps: DecisionDeps & { readonly confirm?: string }): Promise<void> {
  box.replaceChildren(note(step.busy));
  box.setAttribute("aria-busy", "true");
  deps.say(step.busy);
  const outcome = await attempt(step, deps);
  box.setAttribute("aria-busy", "false");
  // What is said of it now is the heading that gets the focus.
  deps.say("");
  showOutcome(box, { step, outcome }, deps);
}

async function attempt(
  { tool, input }: Step,
  { call, confirm }: DecisionDeps & { readonly confirm?: string },
): Promise<Outcome> {
  try {
    return readOutcome(await call(tool, confirm === undefined ? input : { ...input, confirm }));
  } catch (error) {
    return { status: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

interface Ended {
  readonly step: Step;
  readonly outcome: Outcome;
}

function showOutcome(box: HTMLElement, { step, outcome }: Ended, deps: DecisionDeps): void {
  const again = { call: deps.call, say: deps.say, can: deps.can, tell: deps.tell };
  if (outcome.status === "question") {
    return show(box, [
      heading("bad", "This needs your yes"),
      words(outcome.preview),
      buttons(
        button("danger", step.yes, () => void run(box, step, { ...again, confirm: outcome.confirm })),
        button("plain", "No", () => leave(box, step, deps)),
      ),
    ]);
  }
  if (outcome.status === "failed") {
    return show(box, [
      heading("bad", "It was not done"),
      words(outcome.message),
      buttons(button("plain", "Try again", () => void run(box, step, again))),
    ]);
  }
  const { shown, next } = step.done(outcome);
  const onward =
    next === undefined ? [] : [buttons(button("plain", next.words, () => void run(box, next.step, again)))];
  show(box, [...shown, ...onward]);
}

function leave(box: HTMLElement, { tool, input, left }: Step, { tell }: DecisionDeps): void {
  tell(`The person decided in the plan view against ${tool} with ${Object.values(input).join(" ")}. ${left}`);
  show(box, [heading("", left)]);
}

function show(box: HTMLElement, content: readonly HTMLElement[]): void {
  box.replaceChildren(...content);
  if (content[0] !== undefined) focusOn(content[0]);
}

function heading(mood: string, text: string): HTMLElement {
  return element("h2", { class: mood }, text);
}

function note(text: string): HTMLElement {
  return element("p", { class: "quiet" }, text);
}

function words(text: string): HTMLElement {
  return element("p", { class: "words" }, visible(text));
}

function buttons(...made: readonly HTMLElement[]): HTMLElement {
  return element("p", { class: "buttons" }, ...made);
}

function button(kind: string, text: string, press: () => void): HTMLElement {
  return element("button", { type: "button", class: kind, click: press }, text);
}
