// Questions that left for a client of 2026-07-28 and have not come back. A client that says it can ask and then shows
// nothing must not lock its person out: when the same is asked again later, the way is a preview and a token.
import type { OpenQuestion } from "../core/confirmation-ladder.ts";
import type { Clock } from "../core/ports.ts";

export const ANSWER_WITHIN_MS = 2 * 60 * 1000;
/** A client that showed nothing for so long may have been mended. */
const REMEMBERED_MS = 60 * 60 * 1000;

export interface UnheardQuestions {
  sent(tool: string, question: OpenQuestion): void;
  /** The client came back with an answer to this one, whatever it is. */
  heard(token: string): void;
  /** Whether the same question left two minutes ago, or earlier, and never came back. */
  isOverdue(tool: string, question: OpenQuestion): boolean;
}

/** The questions of a process; none yet. */
export function unheardQuestions(clock: Pick<Clock, "now">): UnheardQuestions {
  const open = new Map<string, { readonly asks: string; readonly at: number }>();
  return {
    sent: (tool, question) => {
      open.set(question.token, { asks: asks(tool, question), at: clock.now() });
    },
    heard: (token) => {
      open.delete(token);
    },
    isOverdue: (tool, question) => {
      const now = clock.now();
      for (const [token, { at }] of open) if (now - at > REMEMBERED_MS) open.delete(token);
      const asked = asks(tool, question);
      return [...open.values()].some((one) => one.asks === asked && now - one.at >= ANSWER_WITHIN_MS);
    },
  };
}

function asks(tool: string, { target, preview }: OpenQuestion): string {
  return JSON.stringify([tool, target, preview]);
}
