// The table of changes: a group a name, before and after side by side, with a filter and a page at a time when long.
import type { Change, Content } from "./answers.ts";
import { element, visible } from "./elements.ts";
import { counted } from "./host-context.ts";

// Few enough for a browser to lay out at once, and for a screen reader to list.
const ROWS_A_PAGE = 200;
const FILTER_FROM = 13;
const VALUE_SHOWN = 160;

const SIGNS = {
  create: { sign: "+", word: "add" },
  update: { sign: "~", word: "change" },
  delete: { sign: "−", word: "remove" },
} as const;

/** The changes with what finds one among many; `say` speaks to a screen reader. */
export function changesTable(changes: readonly Change[], say: (words: string) => void): HTMLElement {
  // Roles are spelled out, for a narrow page lays rows out in another way and must stay a table.
  const table = element("table", { role: "table" }, tableHead());
  const caption = element("caption", { class: "spoken" }, "Changes by name, before and after");
  table.prepend(caption);
  const more = element("button", { type: "button", class: "plain", click: () => showMore() });
  const scroller = element(
    "div",
    { class: "scroller", role: "region", "aria-label": "Changes", tabindex: "0" },
    table,
    more,
  );
  // The order they are made in matters to name servers; a person looks for names.
  const sorted = [...changes].sort((a, b) => byApexAndName(a.name, b.name));
  let found: readonly Change[] = [];
  let shown = 0;
  show(sorted);
  const filter = changes.length < FILTER_FROM ? undefined : filterField((words) => narrow(words));
  return element("div", { class: "changes" }, filter, scroller);

  function narrow(words: string): void {
    show(sorted.filter((change) => matches(change, words.toLowerCase())));
    say(`${counted(found.length, "change")} found.`);
  }

  function show(wanted: readonly Change[]): void {
    found = wanted;
    shown = 0;
    // The list is live: it shrinks as they go.
    while (table.tBodies[0] !== undefined) table.tBodies[0].remove();
    showMore();
  }

  function showMore(): void {
    const page = found.slice(shown, shown + ROWS_A_PAGE);
    table.append(...byName(page).map(group));
    shown += page.length;
    const left = found.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, ROWS_A_PAGE)} more of ${counted(left, "change")}`;
  }
}

function filterField(narrow: (words: string) => void): HTMLElement {
  const input = element("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", () => narrow(input.value.trim()));
  return element("p", { class: "filter" }, element("label", { for: "filter" }, "Find a name, type or value"), input);
}

function matches({ name, type, before, after }: Change, words: string): boolean {
  return [name, type, before?.value, after?.value].some((text) => text?.toLowerCase().includes(words));
}

function byApexAndName(a: string, b: string): number {
  return Number(b === "@") - Number(a === "@") || a.localeCompare(b, "en", { numeric: true });
}

function byName(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.name, [...(groups.get(change.name) ?? []), change]);
  return [...groups.values()];
}

function tableHead(): HTMLElement {
  const columns = ["Name", "Type", "Before", "After"].map((name) =>
    element("th", { scope: "col", role: "columnheader" }, name),
  );
  return element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...columns));
}

function group(changes: readonly Change[]): HTMLElement {
  const rows = changes.map((change, index) => {
    const { action, name, type, before, after } = change;
    const { sign, word } = SIGNS[action];
    return element(
      "tr",
      { class: action, role: "row" },
      index === 0 && nameCell(name, changes.length),
      element(
        "td",
        { role: "cell", class: "type" },
        element("span", { class: "sign", "aria-hidden": "true" }, sign),
        element("span", { class: "spoken" }, `${word} `),
        visible(type),
      ),
      element("td", { role: "cell", "data-side": "Before" }, content("del", before, after)),
      element("td", { role: "cell", "data-side": "After" }, content("ins", after, before)),
    );
  });
  return element("tbody", { role: "rowgroup" }, ...rows);
}

function nameCell(name: string, rows: number): HTMLElement {
  return element("th", { scope: "rowgroup", role: "rowheader", rowspan: String(rows) }, bdi(visible(name)));
}

/** A side of a change; what is the same on the other side steps back. */
function content(tag: "del" | "ins", own: Content | undefined, other: Content | undefined): HTMLElement {
  if (own === undefined) return element("span", { class: "none" }, "none");
  const { value, ttl, priority } = own;
  const isSame = other?.value === value && other.priority === priority;
  const shown = priority === undefined ? value : `${priority} ${value}`;
  return element(
    tag,
    {},
    element("code", isSame ? { class: "same" } : {}, ...valueText(visible(shown))),
    ttl === undefined ? undefined : element("span", { class: other?.ttl === ttl ? "ttl same" : "ttl" }, `TTL ${ttl} s`),
  );
}

function valueText(text: string): readonly (Node | string)[] {
  if (text.length <= VALUE_SHOWN) return [bdi(text)];
  const rest = element("details", {}, element("summary", {}, `All ${counted(text.length, "character")}`), bdi(text));
  return [bdi(`${text.slice(0, VALUE_SHOWN)}…`), rest];
}

function bdi(text: string): HTMLElement {
  return element("bdi", { dir: "ltr" }, text);
}
