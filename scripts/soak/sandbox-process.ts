// The sandbox as a process of its own: its memory is not the server's.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import * as z from "zod/mini";

/** The sandbox counts a fault down: what is missing from this was hit. */
const MANY = 1_000_000_000;

const announcement = z.object({ url: z.string(), token: z.string() });

export interface SandboxProcess extends AsyncDisposable, z.infer<typeof announcement> {
  /** Sets a fault from now on; see the sandbox's `/sandbox/faults/`. */
  fault(fault: object): Promise<void>;
  /** How many requests each fault has hit, in the order in which they were set. */
  hits(): Promise<readonly number[]>;
}

export async function sandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "sandbox"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  const told = announcement.parse(JSON.parse(line));
  const ask = async (method: string, body?: object) => {
    const response = await fetch(new URL("/sandbox/faults/", told.url), {
      method,
      headers: { authorization: `Bearer ${told.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
    return response;
  };
  return {
    ...told,
    fault: async (fault) => void (await ask("POST", { times: MANY, ...fault })),
    hits: async () =>
      z
        .array(z.object({ times: z.number() }))
        .parse(await (await ask("GET")).json())
        .map(({ times }) => MANY - times),
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
