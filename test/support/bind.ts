// BIND as the other reader of zone files: what it makes of a text, line by line, in its strict form.
import { spawnSync } from "node:child_process";
import { hasNamedCheckzone } from "./named-checkzone.ts";

/** With CI set a missing BIND is an error; see named-checkzone.ts. */
export const hasBind = hasNamedCheckzone;
if (!hasBind) console.warn("named-compilezone is not installed: the tests that ask BIND are skipped.");

/** Every check a refusal that can be one. */
const STRICT = ["-m", "fail", "-M", "fail", "-S", "fail", "-n", "fail", "-k", "fail"];

/** A record as BIND prints it. */
export interface CompiledRecord {
  /** With its final dot. */
  readonly name: string;
  readonly ttl: number;
  readonly type: string;
  readonly rdata: string;
}

export interface Compiled {
  readonly loads: boolean;
  /** What BIND said on the way. */
  readonly output: string;
  /** The lines it refused, counted from 1. */
  readonly refusedLines: ReadonlySet<number>;
  /** Empty when the zone does not load. */
  readonly records: readonly CompiledRecord[];
}

/** What BIND asks of targets: `local`, that those inside the zone have addresses; `none`, nothing. */
export type Integrity = "local" | "none";

/** Loads a master file and prints it again, everything absolute. */
export function compileZone(zone: string, text: string, integrity: Integrity = "local"): Compiled {
  const { status, stdout, stderr } = spawnSync(
    "named-compilezone",
    ["-i", integrity, ...STRICT, "-D", "-o", "-", zone, "-"],
    {
      input: text,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  return {
    loads: status === 0,
    output: stderr,
    refusedLines: new Set(
      [...stderr.matchAll(/stream-0x[0-9a-f]+:(\d+): (?!.*(?:TTL|ignoring))/g)].map(([, line]) => Number(line)),
    ),
    records: stdout.split("\n").flatMap(readLine),
  };
}

/** The head of a zone file as the vendor serves zones; five lines. */
export function zoneHead(zone: string): string {
  return [
    `$ORIGIN ${zone}.`,
    "$TTL 3600",
    "@ IN SOA ns1.vps.org. hostmaster.vps.org. 1 7200 900 1209600 300",
    "@ IN NS ns1.vps.org.",
    "@ IN NS ns2.vps.org.",
    "",
  ].join("\n");
}

function readLine(line: string): readonly CompiledRecord[] {
  const [, name, ttl, type, rdata] = /^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.*)$/.exec(line) ?? [];
  if (name === undefined || type === undefined || rdata === undefined) return [];
  return [{ name, ttl: Number(ttl), type, rdata }];
}
