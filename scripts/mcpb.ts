// `node scripts/run.mjs mcpb [FILE]`: the .mcpb bundle, for hosts that install a server from one file.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packExtension } from "@anthropic-ai/mcpb/cli";
import manifest from "../package.json" with { type: "json" };

const output = process.argv[2] ?? `${manifest.name}-${manifest.version}.mcpb`;
const staging = mkdtempSync(join(tmpdir(), "vps-dns-mcpb-"));
try {
  cpSync("packaging/mcpb/manifest.json", join(staging, "manifest.json"));
  for (const file of ["LICENSE", "README.md"]) cpSync(file, join(staging, file));
  cpSync(process.argv[3] ?? "dist", join(staging, "dist"), {
    recursive: true,
    // The Action's bundles run in workflows alone.
    filter: (path) => !/[\\/]action(?:[\\/]|$)/.test(path),
  });
  if (!(await packExtension({ extensionPath: staging, outputPath: output, silent: true }))) process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}
