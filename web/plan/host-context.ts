// What the host says of itself: theme, style variables, display mode; and how tall the page is, told to the host.
import type { Host } from "./host.ts";
import { type Json, listOf, objectOf, textOf } from "./json.ts";

/** Takes over what `context` (whole or in part) names. */
export function applyHostContext(context: Json): void {
  const root = document.documentElement;
  const { theme, displayMode, locale, styles } = context;
  if (theme === "light" || theme === "dark") root.style.colorScheme = theme;
  if (typeof displayMode === "string") root.dataset["mode"] = displayMode;
  const language = textOf(locale);
  if (language !== undefined) numberFormat = formatFor(language);
  for (const [name, value] of Object.entries(objectOf(objectOf(styles)["variables"]))) {
    if (/^--[a-z0-9-]+$/.test(name) && typeof value === "string") root.style.setProperty(name, value);
  }
}

/** Whether the host can show the page at full size. */
export function offersFullscreen(context: Json): boolean {
  return listOf(context["availableDisplayModes"]).includes("fullscreen");
}

let numberFormat = new Intl.NumberFormat("en");

/** `5,000 changes`, in the digits of the host's language. */
export function counted(count: number, noun: string): string {
  return `${numberFormat.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

// A host that sends no language tag is no reason to show no plan.
function formatFor(language: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language);
  } catch {
    return new Intl.NumberFormat("en");
  }
}

/** Tells the host the page's height, now and whenever it changes. */
export function tellHeight(host: Host): void {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    host.notify("ui/notifications/size-changed", { height });
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
