// The whole plan as a page: what it does in a line, what needs a yes and why, warnings, the changes, the decision.
import type { Plan } from "./answers.ts";
import { changesTable } from "./changes-table.ts";
import { decision, type DecisionDeps } from "./decision.ts";
import { element, visible } from "./elements.ts";
import { counted } from "./host-context.ts";

const KINDS = [
  { action: "create", words: "to add" },
  { action: "update", words: "to change" },
  { action: "delete", words: "to remove" },
] as const;

export function planView(plan: Plan, deps: DecisionDeps): readonly HTMLElement[] {
  const { zone, changes, guards, warnings } = plan;
  return [
    element("header", {}, element("h1", {}, "Plan for ", element("bdi", { dir: "ltr" }, zone)), totals(plan)),
    ...(guards.length === 0 ? [] : [notice("guard", "Needs your yes", guards)]),
    ...(warnings.length === 0 ? [] : [notice("warning", counted(warnings.length, "warning"), warnings)]),
    ...(changes.length === 0 ? [] : [changesTable(changes, deps.say)]),
    decision(plan, deps),
  ];
}

function totals({ changes, unchanged }: Plan): HTMLElement {
  const counts = KINDS.map(({ action, words }) => {
    const count = changes.filter((change) => change.action === action).length;
    return count > 0 && element("li", { class: action }, `${counted(count, "record")} ${words}`);
  });
  const isEmpty = changes.length === 0;
  return element(
    "ul",
    { class: "totals" },
    ...counts,
    isEmpty && element("li", {}, "nothing to change"),
    element("li", {}, `${counted(unchanged, "record")} unchanged`),
  );
}

function notice(kind: string, title: string, lines: readonly string[]): HTMLElement {
  return element(
    "section",
    { class: `notice ${kind}`, "aria-labelledby": `${kind}-title` },
    element("h2", { id: `${kind}-title` }, title),
    lines.length === 1
      ? element("p", {}, visible(lines.join("")))
      : element("ul", {}, ...lines.map((line) => element("li", {}, visible(line)))),
  );
}
