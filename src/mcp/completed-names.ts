// What an argument can be completed from.

/** The account, the journal, or a list. */
export type CompletedNames = "zones" | "zones and domains" | "changes" | readonly string[];
