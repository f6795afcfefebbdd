// Puts the parts of an answer together.

/** The lines that are there, one below the other. */
export function lines(...parts: readonly (string | undefined | readonly string[])[]): string {
  return parts
    .flat()
    .filter((part) => part !== undefined && part !== "")
    .join("\n");
}

/** Warnings as lines of their own. */
export function warningLines(warnings: readonly string[] | undefined): readonly string[] {
  return (warnings ?? []).map((warning) => `Warning: ${warning}`);
}
