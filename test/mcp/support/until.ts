// Waiting for what another process does, without a time of its own.
import { setTimeout as wait } from "node:timers/promises";

const LOOK_AGAIN_MS = 10;

/** Resolves when `holds` does; the test's own limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(LOOK_AGAIN_MS);
}
