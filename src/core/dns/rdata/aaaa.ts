// AAAA: an IPv6 address (RFC 3596 §2.1), spelled as RFC 5952 has it.
import { addressOwnerFaults } from "../host-name.ts";
import { formatIpv6, ipv6Groups } from "./address.ts";
import { invalidValue, splitOnSpace, tokenTexts } from "./fields.ts";
import type { RecordTypeRow } from "./record-type-row.ts";

export const aaaa: RecordTypeRow = {
  type: "AAAA",
  code: 28,
  fields: ["address"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: true,
  delegates: false,
  example: "2001:db8::1",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields) {
    const groups = ipv6Groups(fields[0] ?? "");
    if (groups !== undefined) return { value: formatIpv6(groups) };
    throw invalidValue(
      "The value is no IPv6 address.",
      "Write it such as 2001:db8::1, without brackets, prefix length or zone index; IPv4 takes A.",
    );
  },
  print: ({ value }) => value,
  wire: ({ value }) => [
    { octets: Uint8Array.from((ipv6Groups(value) ?? []).flatMap((group) => [group >> 8, group & 0xff])) },
  ],
  targets: () => [],
  faults: (_, owner) => addressOwnerFaults(owner),
};
