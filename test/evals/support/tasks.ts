// The kit's tasks by name, and what one may cost.
import type { Task } from "../../../evals/task.ts";
import { tasks } from "../../../evals/tasks/index.ts";

/** Arguments and answers of one task; on a server with a tool an endpoint, the answers alone took 5,200. */
export const BYTES_A_TASK = 1_000;

/** A task of the kit; throws where there is none of the name. */
export function taskOf(name: string): Task {
  const task = tasks.find((one) => one.name === name);
  if (task === undefined) throw new Error(`no task ${name}`);
  return task;
}
