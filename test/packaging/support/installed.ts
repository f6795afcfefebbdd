// The package as somebody gets it: built from the source under test, packed, and installed in an empty folder, offline.
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../../mcp/support/program.ts";

const run = promisify(execFile);

export interface InstalledPackage extends AsyncDisposable {
  /** Where somebody ran `npm install`. */
  readonly folder: string;
  /** The installed package itself. */
  readonly root: string;
  /** Of every file in it. */
  readonly bytes: number;
  /** What was built, the Action's bundles too. */
  readonly dist: string;
}

export async function installPackage(): Promise<InstalledPackage> {
  const scratch = await temporaryFolder();
  const staging = join(scratch.path, "staging");
  const folder = join(scratch.path, "project");
  await Promise.all([mkdir(staging), mkdir(folder)]);
  const dist = join(staging, "dist");
  await run(process.execPath, ["scripts/run.mjs", "build", dist]);
  for (const file of ["package.json", "README.md", "LICENSE"]) await cp(file, join(staging, file));
  const { stdout } = await npm(staging, "pack", "--silent", "--ignore-scripts");
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", join(staging, stdout.trim()));
  const root = join(folder, "node_modules", "vps-dns");
  return {
    folder,
    root,
    dist,
    bytes: await bytesBelow(root),
    [Symbol.asyncDispose]: () => scratch[Symbol.asyncDispose](),
  };
}

export function npm(cwd: string, ...args: readonly string[]) {
  // Windows starts npm, which is a script there, through its shell only.
  return run("npm", args, { cwd, shell: process.platform === "win32" });
}

async function bytesBelow(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true });
  const files = await Promise.all(paths.map((path) => stat(join(folder, path))));
  return files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
}
