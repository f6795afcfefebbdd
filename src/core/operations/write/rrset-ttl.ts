// One RRset has one TTL (RFC 2181 §5.2): what a record that joins one may bring.
import type { HeldRecord } from "../../api/api.ts";
import { relativeName } from "../../dns/name.ts";
import { DEFAULT_TTL_SECONDS } from "../../dns/parse-record.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { InputError } from "../../errors.ts";

/**
 * Seconds for a record that joins `siblings`: what is given, theirs, or the default.
 * @throws InputError invalid_ttl where what is given differs from theirs
 */
export function joiningTtl(
  siblings: readonly HeldRecord[],
  given: number | undefined,
  record: Pick<DnsRecord, "name" | "type"> & { readonly zone: string },
): number {
  const differing = siblings.find(({ ttl }) => ttl !== given);
  if (given === undefined) return siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  if (differing === undefined) return given;
  throw new InputError(
    "invalid_ttl",
    `The other ${record.type} records at ${relativeName(record.name, record.zone)} have TTL ${differing.ttl}, and an RRset has one TTL (RFC 2181 §5.2).`,
    {
      field: "ttl",
      hint: "Leave ttl as theirs, or give the new one to ensure_records, which sets it for all of them.",
    },
  );
}
