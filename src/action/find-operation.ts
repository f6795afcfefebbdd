// Finds an operation by its name and loads it.
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";

/**
 * The operation of a name in kebab- or snake-case.
 * @throws InputError when there is none.
 */
export async function knownOperation(given: string): Promise<Operation> {
  const name = given.trim().toLowerCase().replaceAll("-", "_");
  const { AT_HAND } = await import("./operations-at-hand.ts");
  const operation = AT_HAND.find((each) => each.name === name) ?? (await loaded(name));
  if (operation !== undefined) return operation;
  const near = await nearestTo(name);
  throw new InputError("unknown_operation", "There is no such operation.", {
    field: "operation",
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}docs/operations.md lists them all.`,
  });
}

async function nearestTo(name: string): Promise<string | undefined> {
  const [{ operations }, { nearestName }] = await Promise.all([
    import("../core/operations/index.ts"),
    import("../core/nearest-name.ts"),
  ]);
  return nearestName(
    name,
    operations.map((operation) => operation.name),
  )?.replaceAll("_", "-");
}

// Some come by themselves, being smaller than the table of all.
async function loaded(name: string): Promise<Operation | undefined> {
  if (name === "zone_file") return (await import("./zone-file.ts")).zoneFile;
  if (name === "list_zones") return (await import("../core/operations/list-zones.ts")).listZones;
  if (name === "update_record") return (await import("../core/operations/update-record.ts")).updateRecord;
  const { findOperation } = await import("../core/operations/index.ts");
  return findOperation(name);
}
