// Names that somebody else has, so that a refusal can be rehearsed without an account of theirs.

const TAKEN_NAMES: ReadonlySet<string> = new Set(["github.com", "google.com", "taken.com", "vps.org", "wikipedia.org"]);

/** Whether somebody outside the sandbox holds the name. */
export function isTaken(domain: string): boolean {
  return TAKEN_NAMES.has(domain);
}
