// Confirmation tokens that live as long as the process: for sessions that need no state folder.
import { randomBytes } from "node:crypto";
import type { TokenBinding, TokenStore } from "../../src/core/state.ts";

/** A token store without a folder; src/platform/state/file-stores.ts is the program's. */
export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, TokenBinding>();
  return {
    issue: (binding) => {
      const token = randomBytes(16).toString("hex");
      tokens.set(token, binding);
      return Promise.resolve(token);
    },
    consume: (token) => {
      const binding = tokens.get(token);
      tokens.delete(token);
      return Promise.resolve(binding);
    },
  };
}
