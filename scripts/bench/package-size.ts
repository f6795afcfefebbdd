// What `npm install` writes to a disk.
import { execFileSync } from "node:child_process";
import * as z from "zod/mini";
import type { BenchRow } from "./bench-row.ts";

const packed = z.tuple([z.object({ unpackedSize: z.number() })]);

export const packageSize: BenchRow = {
  name: "package",
  what: "the npm package unpacked, nothing else to install",
  bar: 1500,
  unit: "kB",
  measure: () => Promise.resolve(unpackedBytes() / 1000),
};

function unpackedBytes(): number {
  // One command line, since npm is a script that Windows starts through its shell.
  const listing = execFileSync("npm pack --dry-run --json --ignore-scripts", { shell: true, encoding: "utf8" });
  return packed.parse(JSON.parse(listing))[0].unpackedSize;
}
