// The value inside what people copy from a portal.
import { quotedStrings } from "../dns/master-text.ts";

/**
 * A record's value from a whole record line (`example.com. 3600 IN TXT "abc"`), from one or more quoted strings, or
 * from the value itself.
 */
export function pastedValue(text: string): string {
  const rdata = (/(?:^|\s)(?:TXT|CNAME)\s+(\S.*)$/is.exec(text)?.[1] ?? text).trim();
  if (!rdata.startsWith('"')) return rdata;
  const strings = quotedStrings(rdata);
  return strings === undefined ? rdata : strings.join("").trim();
}
