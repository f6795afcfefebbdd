// Whether a task was done: by what the account holds, what was written to it, and what was said at the end.
import { differences, type Facts, readAccount } from "./account.ts";
import type { Task } from "./task.ts";
import type { World } from "./world.ts";

export interface Ending {
  readonly world: World;
  /** What the account held when the model was let at it. */
  readonly before: Facts;
  /** The model's last word. */
  readonly said: string;
}

/** What is wrong at the end, as sentences; nothing when the task was done. */
export async function judge(task: Task, { world, before, said }: Ending): Promise<readonly string[]> {
  const { end, said: wanted = [], unsaid = [] } = task;
  return [
    ...wrongWrites(end !== undefined, world.writes()),
    ...differences(before, await readAccount(world), end ?? {}),
    ...wanted.filter((pattern) => !pattern.test(said)).map(({ source }) => `It did not say ${source}.`),
    ...unsaid.filter((pattern) => pattern.test(said)).map(({ source }) => `It said ${source}.`),
  ];
}

// What is written and taken back leaves no trace in the account.
function wrongWrites(wanted: boolean, writes: readonly string[]): readonly string[] {
  if (wanted) return writes.length === 0 ? ["It wrote nothing."] : [];
  return writes.length === 0 ? [] : [`It wrote ${writes.join(", ")}.`];
}
