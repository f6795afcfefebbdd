// SRV: services that nobody finds or that cannot be reached (RFC 2782, RFC 6335).
import { labelsOf } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { at, eachRecord, eachRrset, type LintRule } from "./rule.ts";

const PROTOCOLS: ReadonlySet<string> = new Set("_tcp _udp _sctp _dccp _tls _http _msdcs".split(" "));
const fields = ({ value }: DnsRecord) => value.split(" ");
const isNull = (record: DnsRecord) => fields(record)[2] === ".";

export const serviceRules: readonly LintRule[] = [
  {
    id: "srv-null-fields",
    severity: "warning",
    source: "RFC 2782",
    why: "The SRV record says that the service is not offered (target .) and gives it a priority, weight or port.",
    fix: "Set all three to 0, or name the host of the service.",
    firing: ["_sip._tcp SRV 0 0 5060 ."],
    silent: ["_sip._tcp SRV 0 0 0 ."],
    check: eachRecord("SRV", (record) => isNull(record) && (record.priority !== 0 || !record.value.startsWith("0 0 "))),
  },
  {
    id: "srv-port-zero",
    severity: "warning",
    source: "RFC 6335 §6",
    why: "The SRV record names a host and port 0, which is reserved and cannot be reached.",
    fix: "Give the port of the service, or the target . where it is not offered.",
    firing: ["_sip._tcp SRV 0 0 0 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: eachRecord("SRV", (record) => !isNull(record) && fields(record)[1] === "0"),
  },
  {
    id: "srv-service-name",
    severity: "advice",
    source: "RFC 6335 §5.1",
    why: "The service label is no service name: up to 15 letters, digits and inner hyphens with a letter among them.",
    fix: "Use the name that the service is registered with, behind one underscore.",
    firing: ["_much-too-long-name._tcp SRV 0 0 5060 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: eachRrset("SRV", ({ name }) => !isServiceName((labelsOf(name)[0] ?? "").slice(1))),
  },
  {
    id: "srv-protocol",
    severity: "advice",
    source: "RFC 8552 §4.1.2",
    why: "The second label of the SRV record is no protocol that clients ask for.",
    fix: "Use _tcp or _udp, or _tls where the service says so.",
    firing: ["_sip._tpc SRV 0 0 5060 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: (index) =>
      index
        .ofType("SRV")
        .filter(({ name }) => !PROTOCOLS.has(labelsOf(name)[1] ?? ""))
        .map(at),
  },
];

function isServiceName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}
