// The hard end of any text an operation answers with: told, never silent.

/** About 10,000 tokens; hosts cut at 25,000 and do not say what they cut. */
export const TEXT_MAX_LENGTH = 40_000;

/** The text, cut at a line's end when it is longer than `TEXT_MAX_LENGTH`, with a last line that tells so. */
export function cappedText(text: string): string {
  if (text.length <= TEXT_MAX_LENGTH) return text;
  const room = text.slice(0, TEXT_MAX_LENGTH - 200);
  const end = room.lastIndexOf("\n");
  const kept = end > 0 ? room.slice(0, end) : room;
  const lines = text.split("\n").length;
  const shown = kept.split("\n").length;
  return `${kept}\n(Cut here: ${shown} of ${lines} lines shown. Ask for less, with a filter or a limit; the structured result is whole.)`;
}
