// A record as one line, the way a zone file has it, its id behind it as a comment.
import { plainText } from "./plain-text.ts";

/** What a line shows of a record. */
export interface RecordText {
  readonly id?: string | undefined;
  readonly name: string;
  readonly fqdn: string;
  readonly type: string;
  readonly value: string;
  readonly ttl: number;
  readonly priority?: number | undefined;
}

/** `www 300 A 192.0.2.1 ; id 17`; with `absolute` the owner name is the FQDN, for rows of several zones. */
export function recordLine(record: RecordText, { absolute = false }: { readonly absolute?: boolean } = {}): string {
  const { id, name, fqdn, type, value, ttl, priority } = record;
  const shown = plainText(value);
  const rdata = type === "TXT" ? `"${shown.replaceAll('"', '\\"')}"` : shown;
  const data = priority === undefined ? rdata : `${priority} ${rdata}`;
  const line = `${absolute ? fqdn : name} ${ttl} ${plainText(type, 20)} ${data}`;
  return id === undefined ? line : `${line} ; id ${plainText(id, 100)}`;
}
