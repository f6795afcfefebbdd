// Reading and printing a zone file of 100,000 records, held against named-checkzone on the same file.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseZoneFile } from "../../src/core/dns/zonefile/parse-zone-file.ts";
import { printZoneFile } from "../../src/core/dns/zonefile/print-zone-file.ts";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

const RECORDS = 100_000;

function zoneText(): string {
  const lines = Array.from({ length: RECORDS }, (_, at) => {
    if (at % 10 === 0) return `host-${at} 300 IN TXT "some text; of \\"${at}\\" characters" "in two strings"`;
    return `host-${at} 300 IN A 192.0.${(at >> 8) & 255}.${at & 255}`;
  });
  const head = [
    "$ORIGIN example.com.",
    "@ 3600 IN SOA ns1.vps.org. hostmaster.vps.org. 1 7200 900 1209600 300",
    "@ 3600 IN NS ns1.vps.org.",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
}

export const zoneFile: BenchRow = {
  name: "zone-file",
  what: "reading and printing 100,000 records, beside named-checkzone",
  bar: 3,
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
    try {
      const file = join(folder, "zone");
      const text = zoneText();
      writeFileSync(file, text);
      const bind = await timed(() => execFileSync("named-checkzone", ["example.com", file], { stdio: "ignore" }));
      const ours = await timed(() => {
        const { records } = parseZoneFile(text, { zone: "example.com" });
        if (records.length < RECORDS) throw new Error(`Read ${records.length} records.`);
        printZoneFile({ zone: "example.com", records });
      });
      return ours / bind;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
