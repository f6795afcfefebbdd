// The table: every preset, in the order in which people meet it.
import { InputError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";
import { certificatePresets } from "./certificates.ts";
import { hostingPresets } from "./hosting.ts";
import { identityPresets } from "./identity.ts";
import { mailPresets } from "./mail.ts";
import { mailTransportPresets } from "./mail-transport.ts";
import type { Preset } from "./preset.ts";
import { verificationPresets } from "./verification.ts";

/** Every preset, in reading order. */
export const presets: readonly Preset[] = [
  ...verificationPresets,
  ...identityPresets,
  ...certificatePresets,
  ...mailPresets,
  ...mailTransportPresets,
  ...hostingPresets,
];

const byName: ReadonlyMap<string, Preset> = new Map(presets.map((preset) => [preset.name, preset]));

/** The preset of a name, in any letter case, `_` for `-` allowed. */
export function findPreset(name: string): Preset | undefined {
  return byName.get(name.trim().toLowerCase().replaceAll("_", "-"));
}

/**
 * The preset of a name.
 * @throws InputError listing them all
 */
export function presetOf(name: string): Preset {
  const preset = findPreset(name);
  if (preset !== undefined) return preset;
  const names = [...byName.keys()];
  const nearest = nearestName(name.trim().toLowerCase(), names);
  throw new InputError("invalid_value", "There is no preset of that name.", {
    field: "preset",
    hint: `${nearest === undefined ? "" : `Did you mean ${nearest}? `}There are ${names.join(", ")}.`,
  });
}
