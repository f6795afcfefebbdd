// dist/ is what a rebuild gives, byte for byte, and runs from an empty folder on every Node that is promised.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { nodeBinary } from "../support/node-binary.ts";

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), "vps-dns-dist-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

describe("dist", () => {
  it("is byte for byte what `npm run build` makes", async () => {
    const rebuilt = join(scratch, "rebuilt");
    await run(process.execPath, ["scripts/run.mjs", "build", rebuilt]);
    expect(filesBelow("dist")).toEqual(filesBelow(rebuilt));
    const changed = filesBelow(rebuilt).filter(
      (path) => !readFileSync(join("dist", path)).equals(readFileSync(join(rebuilt, path))),
    );
    expect(changed).toEqual([]);
  });

  it.each([20, 22, 24])("runs from an empty folder on Node %i", async (major) => {
    const folder = mkdtempSync(join(scratch, "empty-"));
    cpSync("dist", join(folder, "dist"), { recursive: true });
    const { stdout } = await run(await nodeBinary(major), ["dist/vps-dns.js", "call", "list_zones", "--sandbox"], {
      cwd: folder,
      env: { PATH: process.env["PATH"] },
    });
    expect(JSON.parse(stdout)).toMatchObject({ total: 3 });
  });
});
