// What a record shall hold after an update or a replacement: read, completed, and held against its RRset.
import type { HeldRecord } from "../../api/api.ts";
import { sameRdata } from "../../dns/compare.ts";
import type { RecordInput } from "../../dns/parse-record.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { InputError } from "../../errors.ts";
import { idText } from "../../text/plain-text.ts";
import { parseContent } from "../parse-content.ts";
import { rrsetOf, type ZoneState } from "../find/read-zone.ts";
import { joiningTtl } from "./rrset-ttl.ts";

/** What the record has now and keeps where nothing else is given. */
export interface Kept {
  /** Seconds; left out where the record moves to another RRset. */
  readonly ttl?: number | undefined;
  readonly priority?: number | undefined;
}

/**
 * The content for the record `id`; a TTL neither given nor kept is that of the RRset it comes to stand in.
 * @throws InputError where it would repeat another record or give the RRset a second TTL
 */
export function newContent(state: ZoneState, id: string, input: RecordInput & { readonly kept?: Kept }): DnsRecord {
  const zone = state.zone.domain;
  const content = parseContent({ ...input, zone }, input.kept?.priority);
  const siblings = rrsetOf(state, content).filter((held) => held.id !== id);
  refuseRepeated(siblings, content);
  const keptTtl = input.ttl === undefined ? input.kept?.ttl : undefined;
  if (keptTtl !== undefined) return { ...content, ttl: keptTtl };
  return { ...content, ttl: joiningTtl(siblings, input.ttl, { ...content, zone }) };
}

/** Whether a record that stands holds the content already. */
export function holds({ record, ttl }: HeldRecord, content: DnsRecord): boolean {
  return record !== undefined && record.name === content.name && sameRdata(record, content) && ttl === content.ttl;
}

function refuseRepeated(siblings: readonly HeldRecord[], content: DnsRecord): void {
  const same = siblings.find(({ record }) => record !== undefined && sameRdata(record, content));
  if (same === undefined) return;
  throw new InputError("record_exists", `Another record holds exactly that already, with id ${idText(same.id)}.`, {
    hint: "An RRset holds no record twice (RFC 2181 §5); delete_record takes one of the two away.",
  });
}
