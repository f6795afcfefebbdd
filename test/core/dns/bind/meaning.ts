// One text for each record, the same for two records exactly when they mean the same: from our records, and from what
// BIND prints, neither by way of the code under test.
import type { DnsRecord } from "../../../../src/core/dns/record.ts";
import type { CompiledRecord } from "../../../support/bind.ts";

/** Sorted; the SOA left out, since the API has none. */
export function meaningsOf(records: readonly DnsRecord[]): readonly string[] {
  return records.map((record) => `${record.name}. ${record.ttl} ${record.type} ${dataOf(record)}`).sort();
}

export function meaningsOfCompiled(records: readonly CompiledRecord[]): readonly string[] {
  return records
    .filter(({ type }) => type !== "SOA")
    .map(({ name, ttl, type, rdata }) => `${name.toLowerCase()} ${ttl} ${type} ${compiledData(type, rdata)}`)
    .sort();
}

function dataOf({ type, value, priority }: DnsRecord): string {
  if (type === "TXT") return Buffer.from(value, "utf8").toString("hex");
  if (type === "CAA") return caaData(value);
  if (type === "A") return value;
  if (type === "AAAA") return ipv6(value);
  const spelled = /(?<!\\)\.$/.test(value) ? value : `${value}.`;
  return priority === undefined ? spelled : `${priority} ${spelled}`;
}

function compiledData(type: string, rdata: string): string {
  if (type === "TXT") return quotedOctets(rdata).toString("hex");
  if (type === "CAA") return caaData(rdata);
  if (type === "AAAA") return ipv6(rdata);
  return rdata.toLowerCase();
}

/** BIND prints `::0.1.0.0` where others print `::1:0`; the URL standard has one spelling. */
function ipv6(text: string): string {
  return new URL(`http://[${text}]`).hostname;
}

function caaData(text: string): string {
  const [, flags, tag = "", value = ""] = /^(\d+) (\S+) (.*)$/s.exec(text) ?? [];
  return `${flags} ${tag.toLowerCase()} ${quotedOctets(value).toString("hex")}`;
}

/** The octets of quoted strings, joined. */
function quotedOctets(text: string): Buffer {
  const octets: number[] = [];
  for (const [, string = ""] of text.matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
    for (const [char, decimal] of string.matchAll(/\\(\d{3})|\\.|./gs)) {
      octets.push(decimal === undefined ? (char.at(-1) ?? "").charCodeAt(0) : Number(decimal));
    }
  }
  return Buffer.from(octets);
}
