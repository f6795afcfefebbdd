// How a guarded operation gets a person's yes. The operation says what it is about to do; who is asked, and how,
// is decided by the door: an exact name typed by the person, a question, or a token.
import { InputError } from "./errors.ts";
import type { PlannedChange } from "./plan/plan.ts";

/** What an operation is about to do, and what a yes to it is bound to. */
export interface ConfirmationRequest {
  /** The operation's name. */
  readonly operation: string;
  /** The zone or domain name at stake, canonical. */
  readonly target: string;
  /** The caller's `confirm` input. */
  readonly given: string | undefined;
  /** Every other argument, so that a yes is bound to it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What was shown: records, name servers, prices. A yes is void when it changes. */
  readonly observed: unknown;
  /** The changes themselves, where they are of records: for a door that can show them apart from our words. */
  readonly planned?: readonly PlannedChange[];
  /** A person's yes is wanted even where the policy asks for none: what it costs is not known. */
  readonly always?: boolean;
  /** What will happen, in our words, names and numbers only: never text from zone data. */
  readonly preview: string;
  /** What this call did before it came to ask, as a sentence: the preview begins with it, and a no is told with it. */
  readonly begun?: string;
}

/** A yes, or the preview and the token in place of one. */
export type ConfirmationAnswer =
  | { readonly granted: true }
  | { readonly granted: false; readonly confirm: string; readonly preview: string };

/** An operation's answer while it has no yes. */
export interface Unconfirmed {
  readonly status: "confirmation_required";
  readonly changed: false;
  /** The token that goes ahead with it. */
  readonly confirm: string;
  readonly preview: string;
}

/** From an answer that is no yes to the operation's own. */
export function unconfirmed({ confirm, preview }: Extract<ConfirmationAnswer, { granted: false }>): Unconfirmed {
  return { status: "confirmation_required", changed: false, confirm, preview };
}

/** Asks for a yes; throws when the answer is no. */
export type Confirmation = (request: ConfirmationRequest) => Promise<ConfirmationAnswer>;

/** Wants the exact zone or domain name as `confirm`; `howTo` tells, in the door's own words, where to write it. */
export function confirmByName(howTo: (request: ConfirmationRequest) => string): Confirmation {
  return (request) => {
    if (request.given === request.target) return Promise.resolve({ granted: true });
    const code = request.given === undefined ? "confirmation_required" : "confirmation_invalid";
    const message = `${request.preview} ${unchangedText(request.begun !== undefined)}`;
    return Promise.reject(new InputError(code, message, { field: "confirm", hint: howTo(request) }));
  };
}

/** What a preview ends with, so that nobody takes it for done. */
export function unchangedText(begun: boolean): string {
  return begun ? "The rest has not changed." : "Nothing has changed.";
}
