// The process's one log on stderr, from the first line to the last; secrets that come to be known later are hidden too.
import type { Log, LogLevel } from "../core/ports.ts";
import { jsonLog } from "../platform/json-log.ts";
import { systemClock } from "../platform/system-clock.ts";

export interface ProcessLog {
  readonly log: Log;
  /** Keeps a secret out of every line written from now on. */
  readonly hide: (secret: string) => void;
}

/** A log at a level, with nothing to hide yet. */
export function processLog(level: LogLevel): ProcessLog {
  const secrets = new Set<string>();
  return {
    log: jsonLog({ level, secrets, write: (line) => process.stderr.write(line), now: () => systemClock.now() }),
    hide: (secret) => secrets.add(secret.trim()),
  };
}
