// The confirmation of tests that have no door: the exact name.
import { confirmByName } from "../../src/core/confirmation.ts";

export const confirmByTarget = confirmByName(
  ({ operation, target }) => `To go ahead, call ${operation} again with confirm: "${target}".`,
);
