// The table of record types: one row each, made in rdata/<type>.ts.

/** The types the API takes (contract, "Types"). */
export const RECORD_TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];
