// Records in canonical form, in zone example.com: `a("www", "192.0.2.1")` stands at www.example.com.
import { parseRecord } from "../../src/core/dns/parse-record.ts";
import type { DnsRecord } from "../../src/core/dns/record.ts";
import type { RecordType } from "../../src/core/dns/record-types.ts";

export const ZONE = "example.com";

export const a = (name: string, value: string, ttl?: number) => record({ name, type: "A", value, ttl });
export const aaaa = (name: string, value: string, ttl?: number) => record({ name, type: "AAAA", value, ttl });
export const cname = (name: string, value: string, ttl?: number) => record({ name, type: "CNAME", value, ttl });
export const ns = (name: string, value: string, ttl?: number) => record({ name, type: "NS", value, ttl });
export const txt = (name: string, value: string, ttl?: number) => record({ name, type: "TXT", value, ttl });
export const caa = (name: string, value: string, ttl?: number) => record({ name, type: "CAA", value, ttl });
export const mx = (name: string, priority: number, value: string, ttl?: number) =>
  record({ name, type: "MX", value, ttl, priority });
/** `value` is `weight port target`. */
export const srv = (name: string, priority: number, value: string, ttl?: number) =>
  record({ name, type: "SRV", value, ttl, priority });

interface BuiltRecord {
  readonly name: string;
  readonly type: RecordType;
  readonly value: string;
  readonly ttl: number | undefined;
  readonly priority?: number;
}

function record(input: BuiltRecord): DnsRecord {
  return parseRecord({ zone: ZONE, ...input });
}
