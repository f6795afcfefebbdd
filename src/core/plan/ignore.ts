// Globs over owner names: what a plan never touches.
import { relativeName } from "../dns/name.ts";
import { matchesGlob } from "../text/glob.ts";

/** Whether an absolute owner name matches one of the globs over relative names (`*` any characters, `@` the apex). */
export function ignoreMatcher(zone: string, globs: readonly string[]): (name: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs.map((glob) => glob.toLowerCase());
  return (name) => patterns.some((pattern) => matchesGlob(pattern, relativeName(name, zone)));
}
