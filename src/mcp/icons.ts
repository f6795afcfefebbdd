// The pictures that hosts may draw beside resources and prompts: line drawings of 16 by 16 in the colour of the text,
// carried along, so that nothing is fetched for them.
import type { Icon } from "@modelcontextprotocol/server";

/** A zone: a sheet of records. */
export const ZONE_ICON: readonly Icon[] = icon("M3 2h10v12H3zM5 5h6M5 8h6M5 11h4");
/** A domain: a globe. */
export const DOMAIN_ICON: readonly Icon[] = icon("M8 2a6 6 0 1 0 .01 0zM2 8h12M8 2c-4 4-4 8 0 12 4-4 4-8 0-12");
/** A change: there and back. */
export const CHANGE_ICON: readonly Icon[] = icon("M2 5h11l-3-3M14 11H3l3 3");
/** A task to be told. */
export const TASK_ICON: readonly Icon[] = icon("M2 8l4 4 8-9");

function icon(path: string): readonly Icon[] {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='${path}' fill='none' stroke='gray'/></svg>`;
  return [{ src: `data:image/svg+xml,${encodeURIComponent(svg)}`, mimeType: "image/svg+xml", sizes: ["any"] }];
}
