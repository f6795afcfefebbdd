// BIND as the judge: whether a zone of these lines loads in named-checkzone's strict form.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every check a refusal that can be one. */
const STRICT = ["-i", "local", "-m", "fail", "-M", "fail", "-S", "fail", "-n", "fail", "-k", "fail"];

/** False where BIND is not installed; with CI set that is an error, not a reason to pass. */
export const hasNamedCheckzone = spawnSync("named-checkzone", ["-v"]).status === 0;
if (!hasNamedCheckzone && process.env["CI"] !== undefined)
  throw new Error("named-checkzone is needed and not installed");

export interface Verdict {
  readonly loads: boolean;
  /** What BIND said. */
  readonly output: string;
}

/** Judges master-file text with its own SOA and NS. */
export function checkZoneFile(zone: string, text: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), "vps-dns-zone-"));
  try {
    const file = join(folder, "zone");
    writeFileSync(file, text);
    const { status, stdout } = spawnSync("named-checkzone", [...STRICT, zone, file], { encoding: "utf8" });
    return { loads: status === 0, output: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Judges record lines, relative to the zone, under the vendor's SOA and name servers. */
export function checkRecordLines(zone: string, lines: readonly string[]): Verdict {
  const head = [
    `$ORIGIN ${zone}.`,
    "$TTL 3600",
    "@ IN SOA ns1.vps.org. hostmaster.vps.org. 1 7200 3600 1209600 3600",
    "@ IN NS ns1.vps.org.",
    "@ IN NS ns2.vps.org.",
  ];
  return checkZoneFile(zone, `${[...head, ...lines].join("\n")}\n`);
}
