// What a record type declares about itself. Shared code reads these members and never asks which type it is.

/** What a record says, in canonical form (see record.ts), without where it stands. */
export interface Rdata {
  readonly value: string;
  readonly priority?: number;
}

/** One field of rdata in a master file, escapes still in it, quotes taken off. */
export interface RdataToken {
  readonly text: string;
  readonly quoted: boolean;
}

/** Makes a canonical target of a name as written; what it is relative to is the caller's business. */
export type ReadTarget = (text: string) => string;

/** A piece of rdata on the wire. */
export type RdataPart =
  | { readonly octets: Uint8Array }
  /** A canonical target; `compress` is for the types RFC 1035 defined and no others (RFC 3597 §4). */
  | { readonly name: string; readonly compress: boolean };

/** A record that can be read but must not be written. */
export interface RecordFault {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly field: "name" | "value" | "priority";
  readonly message: string;
  readonly fix: string;
  readonly source: string;
}

/** Where a record stands. */
export interface Owner {
  readonly name: string;
  readonly zone: string;
}

/** A record type: what it is made of, and what shared code may know of it. */
export interface RecordTypeRow {
  readonly type: string;
  /** The type's number (RFC 1035 §3.2.2 and IANA's registry). */
  readonly code: number;
  /** What the rdata consists of, in order, the priority first where the type has one. */
  readonly fields: readonly string[];
  readonly hasPriority: boolean;
  /** Nothing else stands at its name, and never at the apex (RFC 1034 §3.6.2). */
  readonly standsAlone: boolean;
  /** A target of `.` says "none at all", so no other record of the RRset stands beside it (RFC 7505 §3, RFC 2782). */
  readonly nullIsAlone: boolean;
  /** It gives an address. */
  readonly isAddress: boolean;
  /** Below the apex it hands its owner to other name servers. */
  readonly delegates: boolean;
  /** Present where a target must be a host with addresses and no alias. */
  readonly hostTarget?: {
    /** How BIND takes a target inside the zone that has no address. */
    readonly missingAddress: "error" | "warning";
    /** Where the rule stands. */
    readonly source: string;
  };
  /** A value as people write it, for hints. */
  readonly example: string;
  /** The fields of a value as people and the API write it, with or without the priority in front. */
  split(value: string): readonly string[];
  /** The fields that the tokens of a master file hold. */
  fromTokens(tokens: readonly RdataToken[]): readonly string[];
  /**
   * Canonical rdata from as many fields as `fields` names.
   * @throws InputError invalid_value or invalid_name
   */
  read(fields: readonly string[], readTarget: ReadTarget): Rdata;
  /** The rdata as one line of a master file has it. */
  print(rdata: Rdata): string;
  wire(rdata: Rdata): readonly RdataPart[];
  /** The names it points at, canonical as owner names are; none where the target means "not here" (`.`). */
  targets(rdata: Rdata): readonly string[];
  /** Why a readable record must not be written, were it alone in its zone. */
  faults(rdata: Rdata, owner: Owner): readonly RecordFault[];
}
