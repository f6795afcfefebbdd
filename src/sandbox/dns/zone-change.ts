// What happens to the served zones, as events that another set of zones can replay.
import type { DnsRecord } from "../../core/dns/record.ts";

/** How a zone starts out. */
export interface ZoneSettings {
  /** The first SOA serial; the clock's seconds, or 1 without a clock, when left out. */
  readonly serial?: number;
  /** What the SOA and the apex NS name while the zone holds no apex NS records; ns1 and ns2.vps.org when left out. */
  readonly nameservers?: readonly string[];
  /** What the zone holds from the start, without a serial each. */
  readonly records?: readonly DnsRecord[];
}

/** One change, with the serial that the zone carries after it. Names are canonical. */
export type ZoneChange =
  | {
      readonly kind: "zone-added";
      readonly origin: string;
      readonly serial: number;
      readonly nameservers: readonly string[];
      readonly records: readonly DnsRecord[];
    }
  | { readonly kind: "zone-removed"; readonly origin: string }
  | {
      readonly kind: "records-changed";
      readonly origin: string;
      readonly serial: number;
      readonly removed: readonly DnsRecord[];
      readonly added: readonly DnsRecord[];
    };
