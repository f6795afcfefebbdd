// The hard end of any text an operation answers with: told, never silent.

/** About 10,000 tokens; hosts cut at 25,000 and do not say what they cut. */
export const TEXT_MAX_LENGTH = 40_000;

/** What an answer ends with (the plan's id, the change, the cursor), which no cut may take; in characters. */
const END_MAX_LENGTH = 2_000;
const END_MAX_LINES = 3;

/** The text; over `TEXT_MAX_LENGTH` without lines before its last ones, and with one in their place that tells so. */
export function cappedText(text: string): string {
  if (text.length <= TEXT_MAX_LENGTH) return text;
  const end = lastLines(text);
  const room = text.slice(0, TEXT_MAX_LENGTH - 200 - end.length);
  const cut = room.lastIndexOf("\n");
  const kept = cut > 0 ? room.slice(0, cut) : room;
  const lines = text.split("\n").length;
  const shown = kept.split("\n").length + end.split("\n").length - 1;
  return `${kept}\n(Cut here: ${shown} of ${lines} lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)${end}`;
}

// Each with the line end before it; fewer than three where they are long.
function lastLines(text: string): string {
  const lines = text.trimEnd().split("\n").slice(-END_MAX_LINES);
  const ends = lines.map((_, at) => `\n${lines.slice(at).join("\n")}`);
  return ends.find((end) => end.length <= END_MAX_LENGTH) ?? "";
}
