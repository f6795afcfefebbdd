// What a step needs to know of the preset it names, before it runs.
import type { Preset } from "../core/presets/preset.ts";

/** `cleanup` is what happens after the job unless the step says otherwise; `stays` is for the reader. */
export type KnownTask = Pick<Preset, "title" | "stays" | "cleanup">;

/** The task of a preset; undefined without one, and for one that is not known, which its operation refuses. */
export async function knownTask(name: string): Promise<KnownTask | undefined> {
  if (name.trim() === "") return undefined;
  const { findPreset } = await import("../core/presets/index.ts");
  return findPreset(name);
}
