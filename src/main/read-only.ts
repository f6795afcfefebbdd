// `--read-only` where it is not a matter of which tools exist: commands that write refuse.
import { InputError } from "../core/errors.ts";
import type { FlagValues } from "./parse-flags.ts";
import { toolSettings } from "./settings.ts";

/** @throws InputError where the flag or its variable is on */
export function refuseToWrite(values: FlagValues): void {
  if (!toolSettings(values).readOnly) return;
  throw new InputError(
    "unknown_operation",
    "With --read-only (VPS_READ_ONLY) there are only operations that change nothing.",
    { hint: "Nothing was sent." },
  );
}
