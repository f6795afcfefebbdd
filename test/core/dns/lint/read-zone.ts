// Records from lines of a zone file, every line of which must be read.
import type { DnsRecord } from "../../../../src/core/dns/record.ts";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";

export function readZone(lines: readonly string[], zone = "example.com"): readonly DnsRecord[] {
  const { records, problems } = parseZoneFile(lines.join("\n"), { zone });
  if (problems.length > 0) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("; "));
  return records;
}
