// One task from its account to its row: the world is made, a player is let at the tools, the end is looked at.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Task } from "./task.ts";
import { readTraffic, type Traffic } from "./traffic.ts";
import { startWorld } from "./world.ts";

/** How a host starts the server, as its configuration says it. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Does a task, or lets a model do it; gives the last word said to the person. */
export type Player = (task: Task, server: ServerEntry, folder: string) => Promise<string>;

export interface Row extends Traffic {
  readonly task: string;
  /** What is wrong at the end; nothing when it was done. */
  readonly wrong: readonly string[];
}

/** Plays one task; a player that fails has not done it. */
export async function playTask(task: Task, player: Player): Promise<Row> {
  await using world = await startWorld();
  await task.prepare?.(world);
  world.begin();
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-eval-"));
  try {
    const log = join(folder, "traffic.jsonl");
    const said = await player(task, serverEntry(task, { log, folder, ...world.sandbox }), folder).catch(
      (error: unknown) => error,
    );
    const traffic = readTraffic(await readFile(log, "utf8").catch(() => ""));
    const wrong =
      typeof said === "string"
        ? await task.check(world, said)
        : [`The player failed: ${said instanceof Error ? said.message : "no reason given"}.`];
    return { task: task.name, ...traffic, wrong };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly log: string;
  readonly folder: string;
  readonly url: string;
  readonly token: string;
  readonly nameserver: string;
  readonly rdap: string;
}

// A yes is a token here, whatever the host can ask: so that all models meet the same questions.
function serverEntry({ flags = [] }: Task, { log, folder, url, token, nameserver, rdap }: Place): ServerEntry {
  return {
    command: process.execPath,
    args: [resolve("evals/recorder.mjs"), log, resolve("dist/vps-dns.js"), "mcp", "--confirm", "token", ...flags],
    env: {
      VPS_API_URL: url,
      VPS_API_TOKEN: token,
      VPS_NAMESERVERS: nameserver,
      VPS_RESOLVERS: nameserver,
      VPS_RDAP_URL: rdap,
      VPS_STATE_DIR: join(folder, "state"),
    },
  };
}
