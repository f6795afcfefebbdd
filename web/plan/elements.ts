// Elements made of text nodes only: nothing that comes from a zone is ever read as markup.

interface Attributes {
  readonly [name: string]: string | boolean | (() => void) | undefined;
}

type Child = Node | string | undefined | false;

/** An element; `true` sets an empty attribute, a function listens for clicks, text becomes text nodes. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener("click", value);
    else if (typeof value === "string") made.setAttribute(name, value);
    else if (value === true) made.setAttribute(name, "");
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

// Control characters and those that turn the writing direction would let a value pass itself off as another.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a zone with every hidden character made visible: `a⟨U+202E⟩b`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (found) => {
    const code = found.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** Moves the focus to what has just appeared, so that a screen reader reads on from there. */
export function focusOn(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus();
}
