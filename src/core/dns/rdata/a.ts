// A: an IPv4 address (RFC 1035 §3.4.1).
import { addressOwnerFaults } from "../host-name.ts";
import { ipv4Octets } from "./address.ts";
import { invalidValue, splitOnSpace, tokenTexts } from "./fields.ts";
import type { RecordTypeRow } from "./record-type-row.ts";

export const a: RecordTypeRow = {
  type: "A",
  code: 1,
  fields: ["address"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: true,
  delegates: false,
  example: "192.0.2.1",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields) {
    const octets = ipv4Octets(fields[0] ?? "");
    if (octets !== undefined) return { value: octets.join(".") };
    throw invalidValue(
      "The value is no IPv4 address.",
      "Write four numbers from 0 to 255 without leading zeros, such as 192.0.2.1; IPv6 takes AAAA, a name CNAME.",
    );
  },
  print: ({ value }) => value,
  wire: ({ value }) => [{ octets: Uint8Array.from(ipv4Octets(value) ?? []) }],
  targets: () => [],
  faults: (_, owner) => addressOwnerFaults(owner),
};
