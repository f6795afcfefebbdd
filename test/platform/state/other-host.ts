// A process as if on another host that shares the state folder: bundled with another name for the host.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { bundleScript, killNow } from "../../support/child-process.ts";

/** Starts lock-holder.ts there and resolves once it holds the lock; `kill` resolves when it is gone. */
export async function holdElsewhere(folder: string): Promise<{ readonly kill: () => Promise<void> }> {
  const program = await bundleScript(new URL("lock-holder.ts", import.meta.url), [
    {
      name: "another host",
      setup: (bundler) => {
        bundler.onResolve({ filter: /^node:os$/ }, ({ path }) => ({ path, namespace: "host" }));
        bundler.onLoad({ filter: /.*/, namespace: "host" }, () => ({
          contents: 'export const hostname = () => "other.example";',
        }));
      },
    },
  ]);
  const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = () => killNow(child);
  onTestFinished(kill);
  await once(child.stdout, "data");
  return { kill };
}
