// A record as one line, the way a zone file has it, its id behind it as a comment.
import { idText, quotedText, VALUE_MAX_LENGTH, wordText } from "./plain-text.ts";

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
  const rdata = valueText(type, value);
  const data = priority === undefined ? rdata : `${priority} ${rdata}`;
  const line = `${wordText(absolute ? fqdn : name, NAME_MAX_LENGTH)} ${ttl} ${wordText(type, 20)} ${data}`;
  return id === undefined ? line : `${line} ; id ${idText(id)}`;
}

/** A value as a line has it: quoted where it is text, or is not what its type lets one expect. */
export function valueText(type: string, value: string, maxLength = VALUE_MAX_LENGTH): string {
  return type !== "TXT" && RDATA.test(value) && value.length <= RDATA_MAX_LENGTH ? value : quotedText(value, maxLength);
}

/** Every octet escaped. */
const NAME_MAX_LENGTH = 1024;
const RDATA_MAX_LENGTH = 1100;
// An address or a name, numbers before it (SRV, TLSA), or flags, tag and a quoted value (CAA): no room for a sentence.
const RDATA = /^(?:(?:\d+ ){0,4}[A-Za-z0-9_.:*/+=\\-]+|\d+ [A-Za-z0-9]+ "[ !#-[\]-~]*")$/;
