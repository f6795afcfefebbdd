import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/action/find-operation.ts
async function knownOperation(given) {
  const name = given.trim().toLowerCase().replaceAll("-", "_");
  const { AT_HAND } = await import("./operations-at-hand-6RCVZ5FU.mjs");
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
    import("./operations-NXL624TO.mjs"),
    import("./nearest-name-FX2SEBKN.mjs")
  ]);
  return nearestName(
    name,
    operations.map((operation) => operation.name)
  )?.replaceAll("_", "-");
}
async function loaded(name) {
  if (name === "zone_file") return (await import("./zone-file-CVUGILIE.mjs")).zoneFile;
  if (name === "list_zones") return (await import("./list-zones-ZXJJXQHP.mjs")).listZones;
  if (name === "update_record") return (await import("./update-record-N24UDQAA.mjs")).updateRecord;
  const { findOperation } = await import("./operations-NXL624TO.mjs");
  return findOperation(name);
}

export {
  knownOperation
};
