// Addresses in text: strict reading, one canonical spelling (RFC 5952).

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
const IPV6_GROUPS = 8;

/** The four octets of a dotted quad without leading zeros; `undefined` for anything else (`1.2.3` too). */
export function ipv4Octets(text: string): readonly number[] | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || octets.some((octet) => !OCTET.test(octet) || Number(octet) > 255)) return undefined;
  return octets.map(Number);
}

/** The eight groups of any spelling of RFC 4291 §2.2, a dotted quad at its end too; no zone index. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  const sides = text.split("::");
  if (sides.length > 2) return undefined;
  const [front, back] = [readGroups(sides[0] ?? "", sides.length === 1), readGroups(sides[1] ?? "", true)];
  if (front === undefined || back === undefined) return undefined;
  if (sides.length === 1) return front.length === IPV6_GROUPS ? front : undefined;
  const missing = IPV6_GROUPS - front.length - back.length;
  return missing < 1 ? undefined : [...front, ...Array.from({ length: missing }, () => 0), ...back];
}

/** RFC 5952: lower case, no leading zeros, `::` for the first longest run of zeros; IPv4-mapped as `::ffff:192.0.2.1`. */
export function formatIpv6(groups: readonly number[]): string {
  if (isIpv4Mapped(groups)) {
    return `::ffff:${groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join(".")}`;
  }
  const run = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(":");
  return `${hex.slice(0, run.start).join(":")}::${hex.slice(run.start + run.length).join(":")}`;
}

function readGroups(text: string, mayEndInIpv4: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const written = text.split(":");
  for (const [at, group] of written.entries()) {
    const ipv4 = mayEndInIpv4 && at === written.length - 1 && group.includes(".") ? ipv4Octets(group) : undefined;
    if (ipv4 !== undefined) {
      const [a = 0, b = 0, c = 0, d = 0] = ipv4;
      groups.push((a << 8) | b, (c << 8) | d);
    } else if (GROUP.test(group)) groups.push(Number.parseInt(group, 16));
    else return undefined;
  }
  return groups;
}

/** `::ffff:0:0/96` (RFC 4291 §2.5.5.2), the one prefix that RFC 5952 §5 knows to hold an IPv4 address. */
function isIpv4Mapped(groups: readonly number[]): boolean {
  return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [at, group] of groups.entries()) {
    if (group !== 0) start = at + 1;
    else if (at + 1 - start > longest.length) longest = { start, length: at + 1 - start };
  }
  return longest;
}
