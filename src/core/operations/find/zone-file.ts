// Zone files as inputs: read whole, or refused with every line at fault.
import { isApexNs } from "../../dns/apex-ns.ts";
import { parseZoneName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import type { ZoneFile, ZoneFileOptions } from "../../dns/zonefile/zone-file.ts";
import { InputError } from "../../errors.ts";
import { atField } from "../at-field.ts";
import { VPS_NAMESERVERS } from "../../vps-nameservers.ts";

const TOLD_MAX = 10;

/** What a zone file asks for, and what its reader should know. */
export interface ReadZoneFile extends Pick<ZoneFile, "withoutTtl"> {
  readonly records: readonly DnsRecord[];
  readonly warnings: readonly string[];
}

/**
 * The records of a zone file. The apex NS that export_zone writes are left out with a warning: the zone is served by
 * those servers whether its records say so or not.
 * @throws InputError invalid_zone_file with line and column of every problem, up to ten
 */
export async function readZoneFile(
  zone: string,
  text: string,
  options: Pick<ZoneFileOptions, "faulty"> = {},
): Promise<ReadZoneFile> {
  // The parser is loaded for the calls that bring a file.
  const { parseZoneFile } = await import("../../dns/zonefile/parse-zone-file.ts");
  const { records, withoutTtl, problems, notices } = parseZoneFile(text, { zone, ...options });
  if (problems.length > 0) throw unreadable(problems);
  const own = records.filter((record) => !isVendorNs(record, zone));
  const told = firstFew(notices);
  return {
    records: own,
    withoutTtl,
    warnings:
      own.length < records.length
        ? [...told, "The apex NS records of the file are VPS.org's own and stay as they are."]
        : told,
  };
}

/**
 * The zone that a file says it is of: the owner of its SOA, or the name in its first `$ORIGIN`. A file that `named` wrote
 * itself starts with the zone's parent as its origin.
 * @throws InputError where it says neither
 */
export function zoneFileOrigin(text: string): string {
  const origins: string[] = [];
  for (const line of text.split("\n")) {
    const [, origin] = /^\$ORIGIN[ \t]+([^\s;]+)/i.exec(line) ?? [];
    if (origin !== undefined) origins.push(below(origins.at(-1), origin));
    const [, owner] =
      /^([^\s;$]+)[ \t]+(?:[\dsmhdw]+[ \t]+)?(?:IN[ \t]+)?(?:[\dsmhdw]+[ \t]+)?SOA[ \t]/i.exec(line) ?? [];
    const apex = owner === "@" ? origins.at(-1) : owner === undefined ? undefined : below(origins.at(-1), owner);
    if (apex !== undefined) return atField("zonefile", () => parseZoneName(apex));
  }
  const [first] = origins;
  if (first !== undefined) return atField("zonefile", () => parseZoneName(first));
  throw new InputError("invalid_input", "The zone file does not say which zone it is.", {
    field: "zone",
    hint: "Give zone as well, or start the file with $ORIGIN example.com.",
  });
}

function below(origin: string | undefined, name: string): string {
  if (name.endsWith(".") || origin === undefined) return name;
  return origin === "." ? `${name}.` : `${name}.${origin}`;
}

function isVendorNs(record: DnsRecord, zone: string): boolean {
  return isApexNs(record, zone) && VPS_NAMESERVERS.includes(record.value);
}

interface Remark {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function firstFew(remarks: readonly Remark[]): readonly string[] {
  const told = remarks
    .slice(0, TOLD_MAX)
    .map(({ line, column, message }) => `Line ${line}, column ${column}: ${message}`);
  return remarks.length > TOLD_MAX ? [...told, `And ${remarks.length - TOLD_MAX} more.`] : told;
}

function unreadable(problems: readonly Remark[]): InputError {
  return new InputError("invalid_zone_file", `The zone file cannot be used. ${firstFew(problems).join(" ")}`, {
    field: "zonefile",
    hint: "Mend these lines and try again.",
  });
}
