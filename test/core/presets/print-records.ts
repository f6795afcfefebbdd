// Records as sorted zone-file lines, relative to example.com.
import { relativeName } from "../../../src/core/dns/name.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";

export function printRecords(records: readonly DnsRecord[]): readonly string[] {
  return records
    .map(({ name, ttl, type, value, priority }) => {
      const rdata = type === "TXT" ? `"${value}"` : value;
      return [relativeName(name, "example.com"), ttl, type, ...(priority === undefined ? [] : [priority]), rdata].join(
        " ",
      );
    })
    .sort();
}
