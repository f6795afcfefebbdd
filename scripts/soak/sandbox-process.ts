// The sandbox as a process of its own: its memory is not the server's.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import * as z from "zod";

const announcement = z.object({ url: z.string(), token: z.string() });

export interface SandboxProcess extends AsyncDisposable, z.infer<typeof announcement> {}

export async function sandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "sandbox"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  return {
    ...announcement.parse(JSON.parse(line)),
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
