// Workflow commands as the runner reads them from a step's output, on stdout and stderr alike: `::name key=value::data`
// at a line's start after any blanks, and the older `##[name key=value;]data` anywhere in a line.

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const REGISTERED = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/** The command that a line is, if it is one. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  return parseColons(line.trimStart()) ?? parseHashes(line);
}

function parseColons(line: string): WorkflowCommand | undefined {
  const [, info, data] = /^::(.*?)::(.*)$/s.exec(line) ?? [];
  if (info === undefined || data === undefined) return undefined;
  return command(info, { separator: ",", data: unescape(data, []), extra: [":", ","] });
}

function parseHashes(line: string): WorkflowCommand | undefined {
  const [, info, data] = /##\[([^\]]*)\](.*)$/s.exec(line) ?? [];
  if (info === undefined || data === undefined) return undefined;
  return command(info, { separator: ";", data: unescape(data, [";", "]"]), extra: [";", "]"] });
}

function command(
  info: string,
  { separator, data, extra }: { readonly separator: string; readonly data: string; readonly extra: readonly string[] },
): WorkflowCommand | undefined {
  const [, name = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(info) ?? [];
  if (!REGISTERED.has(name)) return undefined;
  const pairs = rest
    .split(separator)
    .map((pair) => /^([^=]+)=(.+)$/s.exec(pair.trim()))
    .flatMap((match) => (match === null ? [] : [[match[1] ?? "", unescape(match[2] ?? "", extra)] as const]));
  return { name, properties: Object.fromEntries(pairs), data };
}

function unescape(text: string, extra: readonly string[]): string {
  const tokens = ["\r", "\n", ...extra];
  return tokens.reduce((rest, token) => rest.replaceAll(escapeOf(token), token), text).replaceAll("%25", "%");
}

function escapeOf(token: string): string {
  return `%${token.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
