// Addresses as the octets of an A or AAAA record.
import { isIPv4, isIPv6 } from "node:net";

/** The four octets of a dotted quad; undefined when it is none. */
export function ipv4Octets(text: string): Uint8Array | undefined {
  return isIPv4(text) ? Uint8Array.from(text.split("."), Number) : undefined;
}

/** The sixteen octets of any spelling of RFC 4291 §2.2, zone index excepted; undefined when it is none. */
export function ipv6Octets(text: string): Uint8Array | undefined {
  if (!isIPv6(text) || text.includes("%")) return undefined;
  const [head = "", tail] = text.split("::");
  const front = groupOctets(head);
  const back = groupOctets(tail ?? "");
  return Uint8Array.from([...front, ...Array.from({ length: 16 - front.length - back.length }, () => 0), ...back]);
}

function groupOctets(groups: string): readonly number[] {
  if (groups === "") return [];
  return groups.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
