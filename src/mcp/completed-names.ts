// What an argument can be completed from.

/** The account, the journal, the presets that prove a domain to a service, or a list. */
export type CompletedNames = "zones" | "zones and domains" | "changes" | "services" | readonly string[];
