// The log: one JSON line each on stderr, with every known secret redacted by value wherever it stands.
import { LOG_LEVELS, type Log, type LogLevel } from "../core/ports.ts";

const REDACTED = "[redacted]";

/** A log that writes lines at `level` and above; what is among `secrets` at that time never reaches it, escaped forms included. */
export function jsonLog(options: {
  readonly level: LogLevel;
  readonly secrets: ReadonlySet<string>;
  readonly write: (line: string) => void;
  readonly now: () => number;
}): Log {
  const threshold = LOG_LEVELS.indexOf(options.level);
  return (level, message, fields) => {
    if (LOG_LEVELS.indexOf(level) > threshold) return;
    const line = JSON.stringify({ time: new Date(options.now()).toISOString(), level, message, ...fields });
    const forms = [...options.secrets].filter((secret) => secret !== "").flatMap((secret) => [secret, escaped(secret)]);
    options.write(`${forms.reduce((text, secret) => text.replaceAll(secret, REDACTED), line)}\n`);
  };
}

function escaped(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
