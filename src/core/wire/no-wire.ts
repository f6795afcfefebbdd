// The wire of a session that was given none: it reaches nobody.
import type { Wire } from "./wire.ts";

/** A wire that reaches nobody. */
export const noWire: Wire = {
  nameservers: [],
  resolvers: [],
  port: 53,
  ask: () =>
    Promise.resolve({
      kind: "failure",
      failure: "failed",
      detail: "This program was given no way to ask name servers.",
    }),
  addressesOf: () => Promise.resolve([]),
};
