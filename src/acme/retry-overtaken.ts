// Clients ask for several challenges at once, from several processes: who was overtaken in a zone looks again.
import type { Context } from "../core/context.ts";
import { InputError, VpsError } from "../core/errors.ts";

const TRIES_MAX = 12;
const PAUSE_MS = 100;

/** Runs `work` anew while somebody else changes the same name meanwhile; nothing was sent then. */
export async function retryOvertaken<Result>(
  { clock, signal }: Pick<Context, "clock" | "signal">,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES_MAX || !isOvertaken(error)) throw error;
    }
    await clock.sleep(clock.random() * PAUSE_MS * attempt, signal);
  }
}

// Of what was asked for, an InputError says the same every time.
function isOvertaken(error: unknown): boolean {
  return error instanceof VpsError && !(error instanceof InputError) && error.code === "conflict";
}
