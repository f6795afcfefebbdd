// What comes out of reading a zone file.
import type { DnsRecord } from "../record.ts";
import type { Place } from "./lexer.ts";
import type { Soa } from "./soa.ts";

/** What kind of thing is wrong; the set is closed. */
export type ZoneFileProblemCode =
  /** Quotes, parentheses, or a line that is no record. */
  | "syntax"
  /** `$INCLUDE`, an unknown directive, or one that is badly written. */
  | "directive"
  | "class"
  /** A type of the DNS that the API does not take. */
  | "unsupported-type"
  | "owner"
  | "outside-zone"
  | "ttl"
  | "rdata"
  | "soa"
  /** More than this reader is willing to expand or to tell. */
  | "limit";

/** Why a line is no record; its words are ours, with no text of the file but names, types and numbers. */
export interface ZoneFileProblem extends Place {
  readonly code: ZoneFileProblemCode;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** Something that was understood and does not become a record, or may not be what was meant. */
export interface ZoneFileNotice extends Place {
  readonly message: string;
}

/** A file as it was read. */
export interface ZoneFile {
  /** In the order of the file, the apex NS among them (`isApexNs` tells them), duplicates left out with a notice. */
  readonly records: readonly DnsRecord[];
  /** Those of `records` that nothing in the file gives a TTL: theirs is the default. */
  readonly withoutTtl: ReadonlySet<DnsRecord>;
  /** Where the file says something that cannot be taken over; the caller refuses the whole of it. */
  readonly problems: readonly ZoneFileProblem[];
  readonly notices: readonly ZoneFileNotice[];
  /** The API has no SOA; this one is good for writing the file again. */
  readonly soa?: Soa;
}

/** How to read a zone file. */
export interface ZoneFileOptions {
  /** Canonical; the first origin. */
  readonly zone: string;
  /**
   * What becomes of a record that reads well and breaks a rule of its type, such as an underscore in the owner of an A,
   * or whose owner repeats the zone for want of a final dot: `refuse`, the default, makes it a problem; `keep` leaves it
   * to lint.
   */
  readonly faulty?: "refuse" | "keep" | undefined;
}
