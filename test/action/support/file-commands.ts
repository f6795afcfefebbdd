// The files a step hands values over in (GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV), read by the runner's rules.

/**
 * The pairs of a file, the last of a name winning.
 * @throws Error where the runner would fail the step: a line that is no pair, a delimiter that never comes.
 */
export function parseFileCommands(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (heredoc < 0 || name === "" || delimiter === "") throw new Error("A line of the file is no pair.");
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`The delimiter of ${name} never comes.`);
    pairs.set(name, lines.slice(at + 1, end).join("\n"));
    at = end;
  }
  return pairs;
}
