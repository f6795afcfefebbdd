// Other Node versions for the tests: the npm package `node` carries the binaries.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const found = new Map<number, Promise<string>>();

/** The path of a Node binary of the given major version; fetched once, the one that runs the tests when it fits. */
export function nodeBinary(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return Promise.resolve(process.execPath);
  const known = found.get(major);
  if (known !== undefined) return known;
  // On Windows npx is a batch file, which Node starts through a shell only.
  const shell = process.platform === "win32";
  const path = run("npx", ["-y", `node@${major}`, "-p", "process.execPath"], { shell }).then(({ stdout }) =>
    stdout.trim(),
  );
  found.set(major, path);
  return path;
}
