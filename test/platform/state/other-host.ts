// A process as if on another host that shares the state folder: bundled with another name for the host.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Starts lock-holder.ts there and resolves once it holds the lock; `kill` resolves when it is gone. */
export async function holdElsewhere(folder: string): Promise<{ readonly kill: () => Promise<void> }> {
  const program = join(await temporaryFolder(), "holder.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("lock-holder.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    plugins: [
      {
        name: "another host",
        setup: (bundler) => {
          bundler.onResolve({ filter: /^node:os$/ }, ({ path }) => ({ path, namespace: "host" }));
          bundler.onLoad({ filter: /.*/, namespace: "host" }, () => ({
            contents: 'export const hostname = () => "other.example";',
          }));
        },
      },
    ],
  });
  const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(kill);
  await once(child.stdout, "data");
  return { kill };
}
