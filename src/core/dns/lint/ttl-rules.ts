// Times to live that load and hurt.
import type { DnsRecord } from "../record.ts";
import { at, type LintRule } from "./rule.ts";

const SHORT_SECONDS = 30;
const LONG_SECONDS = 7 * 86_400;

const everyRecord =
  (isWrong: (record: DnsRecord) => boolean): LintRule["check"] =>
  ({ records }) =>
    records.filter(isWrong).map(at);

export const ttlRules: readonly LintRule[] = [
  {
    id: "ttl-zero",
    severity: "warning",
    source: "RFC 1035 §3.2.1",
    why: "With a TTL of 0 nothing is cached: every question comes to the name servers, and some resolvers cache it anyway.",
    fix: "Set a TTL of 60 seconds or more.",
    firing: ["www 0 A 192.0.2.1"],
    silent: ["www 60 A 192.0.2.1"],
    check: everyRecord(({ ttl }) => ttl === 0),
  },
  {
    id: "ttl-short",
    severity: "advice",
    source: "RFC 1912 §2.2",
    why: "Many resolvers raise a TTL below 30 seconds, so it brings load and no faster change.",
    fix: "Set a TTL of 30 seconds or more.",
    firing: ["www 29 A 192.0.2.1"],
    silent: ["www 30 A 192.0.2.1"],
    check: everyRecord(({ ttl }) => ttl > 0 && ttl < SHORT_SECONDS),
  },
  {
    id: "ttl-long",
    severity: "advice",
    source: "RFC 8767 §4",
    why: "A TTL above seven days keeps a mistake alive for that long; most resolvers cut it to a day or a week.",
    fix: "Set a TTL of 604800 seconds (seven days) or less.",
    firing: ["www 604801 A 192.0.2.1"],
    silent: ["www 604800 A 192.0.2.1"],
    check: everyRecord(({ ttl }) => ttl > LONG_SECONDS),
  },
];
