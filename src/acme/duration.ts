// Lengths of time as people write them: 90s, 15m, 24h, 7d.
import { InputError } from "../core/errors.ts";

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @throws InputError */
export function parseDuration(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text.trim());
  const unit = UNIT_MS[match?.[2] ?? ""];
  if (match !== null && unit !== undefined) return Number(match[1]) * unit;
  throw new InputError("invalid_input", "--older-than takes a length of time.", {
    field: "older-than",
    hint: "For example 90s, 15m, 24h or 7d.",
  });
}
