// The confirmation ladder (product page §5): ask the person where the client can; else a preview with a token that is
// bound to everything shown, good once and for five minutes; or neither, for scripts, but where a price is not known.
import type { Confirmation, ConfirmationRequest } from "./confirmation.ts";
import { InputError } from "./errors.ts";
import { sha256Hex } from "./plan/plan-hash.ts";
import type { Clock } from "./ports.ts";
import type { TokenStore } from "./state.ts";

/** The values of `--confirm`. */
export const CONFIRM_MODES = ["ask", "token", "off"] as const;
/** `ask` the person first, only ever a `token`, or `off`. */
export type ConfirmMode = (typeof CONFIRM_MODES)[number];

/** How long a confirmation token is good, by the wall clock. */
export const TOKEN_LIFETIME_MS = 5 * 60 * 1000;

/** What all calls of a process share. */
export interface Ladder {
  readonly mode: ConfirmMode;
  readonly tokens: TokenStore;
  readonly clock: Clock;
}

/** The ladder of one call. */
export interface CallLadder extends Ladder {
  /** Whether there is a person to ask behind this call. */
  readonly canAsk?: boolean;
  /** Set when the call is taken up again after a question: `yes` is that question's token, where the answer was yes. */
  readonly resumed?: { readonly yes?: string };
}

/**
 * Thrown where a person is to be asked. The operation ends here, and is run again with the answer:
 * what was read before a person thought it over must not be acted on, and no lock is held meanwhile.
 */
export class OpenQuestion extends Error {
  /** In our words, names and numbers only. */
  readonly preview: string;
  readonly target: string;
  /** Stands for the question; redeemed by the call that is resumed with it. */
  readonly token: string;

  constructor({ preview, target }: ConfirmationRequest, token: string) {
    super("A person is to be asked.");
    this.name = "OpenQuestion";
    this.preview = preview;
    this.target = target;
    this.token = token;
  }
}

/**
 * A confirmation by the ladder, made anew for each call.
 * @throws OpenQuestion where a person can be asked; InputError confirmation_invalid for a token that is not good
 */
export function confirmationLadder(call: CallLadder): Confirmation {
  const { mode, resumed } = call;
  let yes = resumed?.yes;
  // A call that asks more than once (undo_change and_later) has one token for its first question only.
  let isSpent = resumed !== undefined;
  return async (request) => {
    if (mode === "off" && request.always !== true) return { granted: true };
    const digest = await bindingDigest(request);
    if (yes !== undefined) {
      const token = yes;
      yes = undefined;
      if (await isGood(call, token, digest)) return { granted: true };
      throw outdatedYes();
    }
    if (request.given !== undefined && !isSpent) {
      isSpent = true;
      if (await isGood(call, request.given, digest)) return { granted: true };
      throw uselessToken();
    }
    const { begun } = request;
    const expiresAt = call.clock.now() + TOKEN_LIFETIME_MS;
    const token = await call.tokens.issue({ digest, expiresAt, ...(begun === undefined ? {} : { begun }) });
    if (mode === "ask" && call.canAsk === true) throw new OpenQuestion(request, token);
    return { granted: false, confirm: token, preview: request.preview };
  };
}

async function isGood({ tokens, clock }: Ladder, token: string, digest: string): Promise<boolean> {
  const binding = await tokens.consume(token);
  return binding?.digest === digest && clock.now() <= binding.expiresAt;
}

function uselessToken(): InputError {
  return new InputError("confirmation_invalid", "That confirm token is not good for this call, so it was not done.", {
    field: "confirm",
    hint: "A token is good once, for five minutes, for the same arguments and an unchanged zone: call without confirm to see what would happen now.",
  });
}

function outdatedYes(): InputError {
  return new InputError(
    "confirmation_invalid",
    "The yes came too late, or what was shown has changed since, so it was not done.",
    { hint: "Call again: the person is then asked about how it is now." },
  );
}

function bindingDigest({ operation, target, input, observed }: ConfirmationRequest): Promise<string> {
  return sha256Hex(JSON.stringify([operation, target, canonical(input), canonical(observed)]));
}

// Key order is the caller's accident; the same arguments are the same arguments. An object is marked as one, or it
// could not be told from the array of its entries.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
  return { entries };
}
