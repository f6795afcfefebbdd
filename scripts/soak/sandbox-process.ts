// The sandbox as a process of its own: its memory is not the server's.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import * as z from "zod/mini";

const announcement = z.object({ url: z.string(), token: z.string() });

export interface SandboxProcess extends AsyncDisposable, z.infer<typeof announcement> {
  /** Sets a fault from now on; see the sandbox's `/sandbox/faults/`. */
  fault(fault: object): Promise<void>;
}

export async function sandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "sandbox"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  const told = announcement.parse(JSON.parse(line));
  return {
    ...told,
    fault: async (fault) => {
      const response = await fetch(new URL("/sandbox/faults/", told.url), {
        method: "POST",
        headers: { authorization: `Bearer ${told.token}`, "content-type": "application/json" },
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(`The sandbox took no fault: ${response.status}.`);
    },
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
