// Which names are names of hosts, and the owner names that BIND's check-names asks of some types.
import { isWithin, labelsOf } from "./name.ts";
import type { Owner, RecordFault } from "./rdata/record-type-row.ts";

/** The root, or labels with a dot between each two and perhaps one behind the last. */
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)?\.?$/;
const SERVICE_LABEL = /^_[a-z0-9_-]+$/;

/** Letters, digits and inner hyphens in every label (RFC 952, RFC 1123 §2.1); asks for a canonical name. */
export function isHostName(name: string): boolean {
  return HOST_NAME.test(name);
}

/** Owners of addresses and MX are host names, a wildcard before them allowed; BIND drops the zone otherwise. */
export function hostOwnerFaults({ name }: Owner): readonly RecordFault[] {
  if (isHostName(name.startsWith("*.") ? name.slice(2) : name)) return [];
  return [
    {
      id: "owner-not-host-name",
      field: "name",
      message: "The owner of A, AAAA and MX records is a host name: letters, digits and inner hyphens, no underscore.",
      fix: "Choose a name without underscores and other special characters.",
      source: "RFC 1123 §2.1",
    },
  ];
}

/** As for other hosts, but BIND also takes Active Directory's global catalogue, `gc._msdcs` and a host name. */
export function addressOwnerFaults(owner: Owner): readonly RecordFault[] {
  const catalogue = "gc._msdcs.";
  const isCatalogue = owner.name.startsWith(catalogue) && isHostName(owner.name.slice(catalogue.length));
  return isCatalogue ? [] : hostOwnerFaults(owner);
}

/** `_service._proto` in front (RFC 2782): without them no client ever asks for the record. */
export function serviceOwnerFaults({ name, zone }: Owner): readonly RecordFault[] {
  const [service = "", proto = ""] = labelsOf(name);
  const below = isWithin(name, zone) ? labelsOf(name).length - labelsOf(zone).length : 0;
  if (below >= 2 && SERVICE_LABEL.test(service) && SERVICE_LABEL.test(proto)) return [];
  return [
    {
      id: "srv-owner",
      field: "name",
      message: "The owner of an SRV record starts with _service._proto.",
      fix: "Name it after the service and its protocol, such as _sip._tcp.",
      source: "RFC 2782",
    },
  ];
}
