// The record as every part of this program passes it around: one spelling, no dots to add or strip.
import type { RecordType } from "./record-types.ts";

/**
 * One resource record in canonical form (RFC 9499 words).
 *
 * `name` is absolute, lower case, A-labels, without the final dot, special octets escaped (`a\.b.example.com`).
 * `value` is the rdata as people write it: a TXT is its text, an MX or SRV has its priority apart, SRV is
 * `weight port target`, CAA is `flags tag "value"`; targets are absolute without a final dot, but for the root
 * (`.`) and single labels (`localhost.`), which keep it.
 */
export interface DnsRecord {
  readonly name: string;
  readonly type: RecordType;
  /** Seconds, 0 to 2147483647 (RFC 2181 §8). */
  readonly ttl: number;
  readonly value: string;
  /** Of MX and SRV only, 0 to 65535. */
  readonly priority?: number;
}
