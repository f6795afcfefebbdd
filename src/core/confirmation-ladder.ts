// The confirmation ladder (product page §5): ask the person where the client can; else a preview with a token that is
// bound to everything shown, good once and for five minutes; or neither, for scripts.
import type { Confirmation, ConfirmationAnswer, ConfirmationRequest } from "./confirmation.ts";
import { InputError, VpsError } from "./errors.ts";
import { sha256Hex } from "./plan/plan-hash.ts";
import type { Clock } from "./ports.ts";
import type { TokenStore } from "./state.ts";

export const CONFIRM_MODES = ["ask", "token", "off"] as const;
export type ConfirmMode = (typeof CONFIRM_MODES)[number];

const TOKEN_LIFETIME_MS = 5 * 60 * 1000;

/** What a person said; `unanswered` where the question broke or nobody answered it. */
export type PersonsAnswer = "yes" | "no" | "unanswered";

export interface LadderOptions {
  readonly mode: ConfirmMode;
  readonly tokens: TokenStore;
  readonly clock: Clock;
  /**
   * Asks the person behind this call; absent where the client cannot. `token` stands for the question: an asker that
   * hears the answer in a later call (protocol 2026-07-28) carries it there and has it given back as `confirm`.
   */
  readonly ask?: (question: {
    readonly preview: string;
    readonly target: string;
    readonly token: string;
  }) => Promise<PersonsAnswer>;
}

/** A confirmation by the ladder. */
export function confirmationLadder(options: LadderOptions): Confirmation {
  return async (request) => {
    if (options.mode === "off") return { granted: true };
    const digest = await bindingDigest(request);
    if (request.given !== undefined) return redeem(options, request.given, digest);
    if (options.mode === "ask" && options.ask !== undefined) {
      const token = await issue(options, digest);
      const answer = await options.ask({ preview: request.preview, target: request.target, token });
      if (answer === "yes") return redeem(options, token, digest);
      // What the person turned down, or was never shown, must not be good for anything later.
      await options.tokens.consume(token);
      if (answer === "no") throw declined(request);
    }
    return { granted: false, confirm: await issue(options, digest), preview: request.preview };
  };
}

/** A refusal that a person gave: the model must not try again by itself. */
function declined({ operation, target }: ConfirmationRequest): VpsError {
  return new VpsError("confirmation_declined", `${operation} on ${target} was declined. Nothing has changed.`, {
    hint: "Do not repeat it unless the person asks for it again.",
  });
}

function issue({ tokens, clock }: LadderOptions, digest: string): Promise<string> {
  return tokens.issue({ digest, expiresAt: clock.now() + TOKEN_LIFETIME_MS });
}

async function redeem(options: LadderOptions, token: string, digest: string): Promise<ConfirmationAnswer> {
  const binding = await options.tokens.consume(token);
  if (binding?.digest === digest && options.clock.now() <= binding.expiresAt) return { granted: true };
  throw new InputError("confirmation_invalid", "That confirm token is not good for this call. Nothing has changed.", {
    field: "confirm",
    hint: "A token is good once, for five minutes, for the same arguments and an unchanged zone: call without confirm to see what would happen now.",
  });
}

function bindingDigest({ operation, target, input, observed }: ConfirmationRequest): Promise<string> {
  return sha256Hex(JSON.stringify([operation, target, canonical(input), canonical(observed)]));
}

// Key order is the caller's accident; the same arguments are the same arguments.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
