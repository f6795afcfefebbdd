// Globs over owner names: what a plan never touches.
import { relativeName } from "../dns/name.ts";

/** Whether an absolute owner name matches one of the globs over relative names (`*` any characters, `@` the apex). */
export function ignoreMatcher(zone: string, globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => globPattern(glob.toLowerCase()));
  return (name) => patterns.some((pattern) => pattern.test(relativeName(name, zone)));
}

/** A glob as an anchored pattern; everything but `*` stands for itself. */
export function globPattern(glob: string): RegExp {
  // Runs of stars are one star: several in a row would make the match quadratic or worse.
  const parts = glob.replaceAll(/\*+/g, "*").split("*");
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`, "s");
}
