// One assistant's errand: it looks, puts a verification record in place, sees it, and takes it away again.
import type { SoakedServer } from "./servers.ts";

export interface Outcome {
  readonly tool: string;
  readonly ms: number;
  /** The error's code, if any. */
  readonly failure: string | undefined;
}

export interface Errand {
  readonly at: number;
  readonly zone: string;
}

/** @param serverOf each call goes to another replica, as behind a load balancer */
export async function playAssistant(
  serverOf: (at: number) => SoakedServer,
  { at, zone }: Errand,
): Promise<readonly Outcome[]> {
  const name = `_verify-${at}`;
  const records = [{ type: "TXT", name, value: `assistant ${at}` }];
  const steps = [
    ["list_zones", { limit: 5 }],
    ["list_records", { zone, name }],
    ["ensure_records", { zone, records }],
    ["list_records", { zone, name }],
    ["ensure_records", { zone, records, state: "absent" }],
    ["list_changes", { zone, limit: 2 }],
  ] as const;
  const outcomes: Outcome[] = [];
  for (const [step, [tool, input]] of steps.entries()) {
    const start = performance.now();
    const failure = await serverOf(at + step).call(tool, input);
    outcomes.push({ tool, ms: performance.now() - start, failure: failure?.code });
  }
  return outcomes;
}
