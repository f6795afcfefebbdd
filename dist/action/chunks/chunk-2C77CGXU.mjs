import {
  isWithin,
  labelsOf
} from "./chunk-2GJFCLDB.mjs";

// src/core/dns/host-name.ts
var HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)?\.?$/;
var SERVICE_LABEL = /^_[a-z0-9_-]+$/;
function isHostName(name) {
  return HOST_NAME.test(name);
}
function hostOwnerFaults({ name }) {
  if (isHostName(name.startsWith("*.") ? name.slice(2) : name)) return [];
  return [
    {
      id: "owner-not-host-name",
      field: "name",
      message: "The owner of A, AAAA and MX records is a host name: letters, digits and inner hyphens, no underscore.",
      fix: "Choose a name without underscores and other special characters.",
      source: "RFC 1123 §2.1"
    }
  ];
}
function addressOwnerFaults(owner) {
  const catalogue = "gc._msdcs.";
  const isCatalogue = owner.name.startsWith(catalogue) && isHostName(owner.name.slice(catalogue.length));
  return isCatalogue ? [] : hostOwnerFaults(owner);
}
function serviceOwnerFaults({ name, zone }) {
  const [service = "", proto = ""] = labelsOf(name);
  const below = isWithin(name, zone) ? labelsOf(name).length - labelsOf(zone).length : 0;
  if (below >= 2 && SERVICE_LABEL.test(service) && SERVICE_LABEL.test(proto)) return [];
  return [
    {
      id: "srv-owner",
      field: "name",
      message: "The owner of an SRV record starts with _service._proto.",
      fix: "Name it after the service and its protocol, such as _sip._tcp.",
      source: "RFC 2782"
    }
  ];
}

// src/core/dns/rdata/address.ts
var OCTET = /^(?:0|[1-9]\d{0,2})$/;
var GROUP = /^[0-9a-f]{1,4}$/i;
var IPV6_GROUPS = 8;
function ipv4Octets(text) {
  const octets = text.split(".");
  if (octets.length !== 4 || octets.some((octet) => !OCTET.test(octet) || Number(octet) > 255)) return void 0;
  return octets.map(Number);
}
function ipv6Groups(text) {
  const sides = text.split("::");
  if (sides.length > 2) return void 0;
  const [front, back] = [readGroups(sides[0] ?? "", sides.length === 1), readGroups(sides[1] ?? "", true)];
  if (front === void 0 || back === void 0) return void 0;
  if (sides.length === 1) return front.length === IPV6_GROUPS ? front : void 0;
  const missing = IPV6_GROUPS - front.length - back.length;
  return missing < 1 ? void 0 : [...front, ...Array.from({ length: missing }, () => 0), ...back];
}
function formatIpv6(groups) {
  if (isIpv4Mapped(groups)) {
    return `::ffff:${groups.slice(6).flatMap((group) => [group >> 8, group & 255]).join(".")}`;
  }
  const run = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(":");
  return `${hex.slice(0, run.start).join(":")}::${hex.slice(run.start + run.length).join(":")}`;
}
function readGroups(text, mayEndInIpv4) {
  if (text === "") return [];
  const groups = [];
  const written = text.split(":");
  for (const [at, group] of written.entries()) {
    const ipv4 = mayEndInIpv4 && at === written.length - 1 && group.includes(".") ? ipv4Octets(group) : void 0;
    if (ipv4 !== void 0) {
      const [a = 0, b = 0, c = 0, d = 0] = ipv4;
      groups.push(a << 8 | b, c << 8 | d);
    } else if (GROUP.test(group)) groups.push(Number.parseInt(group, 16));
    else return void 0;
  }
  return groups;
}
function isIpv4Mapped(groups) {
  return groups[5] === 65535 && groups.slice(0, 5).every((group) => group === 0);
}
function longestZeroRun(groups) {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [at, group] of groups.entries()) {
    if (group !== 0) start = at + 1;
    else if (at + 1 - start > longest.length) longest = { start, length: at + 1 - start };
  }
  return longest;
}

export {
  isHostName,
  hostOwnerFaults,
  addressOwnerFaults,
  serviceOwnerFaults,
  ipv4Octets,
  ipv6Groups,
  formatIpv6
};
