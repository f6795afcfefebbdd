// Scripts of the tests run as processes of their own, which may be killed as a power cut would.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { temporaryFolder } from "./temporary-folder.ts";

/** The path of a script bundled for one test: Node 20 runs no TypeScript. */
export async function bundleScript(script: URL, plugins: Plugin[] = []): Promise<string> {
  const source = fileURLToPath(script);
  const program = join(await temporaryFolder(), `${basename(source, ".ts")}.mjs`);
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    plugins,
  });
  return program;
}

/** Kills without a word; resolves when the process is gone, at once where it is already. */
export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
