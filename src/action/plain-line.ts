// Text made harmless for the job log. The runner takes `::name::` at a line's start, and `##[name]` anywhere in a line,
// for a command, on stdout and stderr alike; text from the API must never become one.
import { plainText } from "../core/text/plain-text.ts";
import { withoutSecrets } from "./mask.ts";

const LINE_MAX_LENGTH = 2_000;

/** One line without secrets, control or bidirectional characters that the runner cannot take for a command. */
export function plainLine(text: string): string {
  return plainText(withoutSecrets(text), LINE_MAX_LENGTH)
    .replaceAll("##[", "## [")
    .replace(/^\s*::/, ": :");
}
