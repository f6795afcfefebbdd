import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/action/find-operation.ts
async function knownOperation(given) {
  const name = given.trim().toLowerCase().replaceAll("-", "_");
  const { AT_HAND } = await import("./operations-at-hand-NGPNMFUM.mjs");
  const operation = AT_HAND.find((each) => each.name === name) ?? await fromTable(name);
  if (operation !== void 0) return operation;
  throw new InputError("unknown_operation", "There is no such operation.", {
    field: "operation",
    hint: "docs/operations.md lists them all; write one in kebab-case, such as list-zones."
  });
}
async function fromTable(name) {
  if (name === "zone_file") return (await import("./zone-file-Y52L5TTD.mjs")).zoneFile;
  const { findOperation } = await import("./operations-WRL6OF5W.mjs");
  return findOperation(name);
}

export {
  knownOperation
};
