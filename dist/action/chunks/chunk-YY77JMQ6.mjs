import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/action/find-operation.ts
async function knownOperation(given) {
  const name = given.trim().toLowerCase().replaceAll("-", "_");
  const { AT_HAND } = await import("./operations-at-hand-Q2R7MRXI.mjs");
  const operation = AT_HAND.find((each) => each.name === name) ?? await loaded(name);
  if (operation !== void 0) return operation;
  const near = await nearestTo(name);
  throw new InputError("unknown_operation", "There is no such operation.", {
    field: "operation",
    hint: `${near === void 0 ? "" : `Did you mean ${near}? `}docs/operations.md lists them all.`
  });
}
async function nearestTo(name) {
  const [{ operations }, { nearestName }] = await Promise.all([
    import("./operations-FDWZ32YH.mjs"),
    import("./nearest-name-FX2SEBKN.mjs")
  ]);
  return nearestName(
    name,
    operations.map((operation) => operation.name)
  )?.replaceAll("_", "-");
}
async function loaded(name) {
  if (name === "zone_file") return (await import("./zone-file-RKHC2XC6.mjs")).zoneFile;
  if (name === "list_zones") return (await import("./list-zones-GGT6LTYQ.mjs")).listZones;
  if (name === "update_record") return (await import("./update-record-CDJQBHDO.mjs")).updateRecord;
  const { findOperation } = await import("./operations-FDWZ32YH.mjs");
  return findOperation(name);
}

export {
  knownOperation
};
