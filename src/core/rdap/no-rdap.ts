// Where nobody set up look-ups: everything is unknown, and says so.
import type { Rdap } from "./rdap.ts";

/** A way to registration data that leads nowhere. */
export const noRdap: Rdap = {
  lookUp: () => Promise.resolve({ kind: "unknown", reason: "look-ups of registration data are not set up here" }),
};
