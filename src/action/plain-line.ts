// Text made harmless for the job log. The runner takes `::name::` at a line's start, and `##[name]` anywhere in a line,
// for a command, on stdout and stderr alike; text from the API must never become one.
import { plainText } from "../core/text/plain-text.ts";

const LINE_MAX_LENGTH = 2_000;

/** One line without control or bidirectional characters that the runner cannot take for a command. */
export function plainLine(text: string): string {
  return plainText(text, LINE_MAX_LENGTH)
    .replaceAll("##[", "## [")
    .replace(/^\s*::/, ": :");
}
