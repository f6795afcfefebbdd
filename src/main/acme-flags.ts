// The flags of `vps-dns acme`.
import { WAITS, type WaitSettings } from "../acme/challenges.ts";
import { type Flag, READ_ONLY, SESSION_FLAGS } from "./flags.ts";
import { HTTP_TOKEN } from "./http-flags.ts";
import type { FlagValues } from "./parse-flags.ts";
import { integerOf, oneOf } from "./settings.ts";

const DEFAULT_TIMEOUT_S = 120;
const TIMEOUT_MAX_S = 3600;

export const ACME_FLAGS: readonly Flag[] = [
  ...SESSION_FLAGS,
  READ_ONLY,
  HTTP_TOKEN,
  {
    flag: "wait",
    env: "VPS_ACME_WAIT",
    kind: "text",
    operand: "W",
    default: "`authoritative`",
    meaning: "`none`, `authoritative` or `public`: whose answers present waits for",
  },
  {
    flag: "wait-timeout",
    env: "VPS_ACME_WAIT_TIMEOUT",
    kind: "integer",
    operand: "S",
    default: String(DEFAULT_TIMEOUT_S),
    meaning: "seconds to wait at most",
  },
  {
    flag: "older-than",
    // A word of one command, not a setting.
    env: "",
    kind: "text",
    operand: "D",
    default: "",
    meaning: "with cleanup: removes what this program added that long ago and never removed",
  },
];

/** Those of them whose value is a word of its own, by name. */
export const ACME_FLAG_WORDS = ACME_FLAGS.filter(({ flag }) => flag !== "").map(({ flag, kind }) => ({
  flag,
  takesWord: kind !== "switch" && kind !== "optional",
}));

/** How long a challenge is waited for, and by whom it must be answered. */
export function waitSettings(values: FlagValues): WaitSettings {
  return {
    wait: oneOf(values, "wait", WAITS) ?? "authoritative",
    waitTimeout: integerOf(values, "wait-timeout", { min: 1, max: TIMEOUT_MAX_S }) ?? DEFAULT_TIMEOUT_S,
  };
}
