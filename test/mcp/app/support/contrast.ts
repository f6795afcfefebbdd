// Which texts of the app are too faint to read: less contrast than WCAG 2's 4.5 to 1 against what is behind them.
import type { View } from "./host.ts";

// Runs in the browser. Colours come as `rgb(…)` or `rgba(…)`; what is behind a text is the nearest opaque ground.
const FAINT = `(root) => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) === 1) return colour;
    }
    return [255, 255, 255];
  };
  const shown = [...root.querySelectorAll("*")].filter((element) =>
    element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""));
  return shown.flatMap((element) => {
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [element.textContent + ": " + ratio.toFixed(2)] : [];
  });
}`;

/** Each with its ratio; empty when all can be read. */
export function faintTexts(view: View): Promise<unknown> {
  return view.evaluate(`(${FAINT})(document.body)`);
}
