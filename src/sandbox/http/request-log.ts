// What was asked and how it was answered, for tests; the newest requests only.

export interface RequestLog {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly path: string;
  /** 0 when the connection was reset instead of an answer. */
  readonly status: number;
  /** The parsed JSON body, when there was one. */
  readonly body?: unknown;
}

const KEPT = 10_000;
const BODY_KEPT_BYTES = 65_536;

/** Keeps at least the last 10,000 requests, and never more than twice as many. */
export function createRequestLog() {
  const entries: RequestLog[] = [];
  return {
    add(entry: RequestLog, bodyBytes: number): void {
      const { body: _body, ...short } = entry;
      entries.push(bodyBytes > BODY_KEPT_BYTES ? short : entry);
      if (entries.length > 2 * KEPT) entries.splice(0, entries.length - KEPT);
    },
    all: (): readonly RequestLog[] => entries.slice(),
  };
}
