// One task from its account to its row: the world is made, a player is let at the tools, the end is looked at.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readAccount } from "./account.ts";
import { judge } from "./judge.ts";
import type { Says, Task } from "./task.ts";
import { readTraffic, type Traffic } from "./traffic.ts";
import { startWorld, type World } from "./world.ts";

/** How a host starts the server, as its configuration says it. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface LastWord {
  readonly said: string;
  /** All that the model read and wrote, where the player knows. */
  readonly tokens?: number;
}

/** Does a task, or lets a model do it, with a folder of its own to work in; gives the last word said to the person. */
export type Player = (task: Task, server: ServerEntry, folder: string) => Promise<LastWord>;

export interface Row extends Traffic {
  readonly task: string;
  /** What is wrong at the end; nothing when it was done. */
  readonly wrong: readonly string[];
  /** The fewest tool calls that can do it. */
  readonly least: number;
  readonly tokens?: number;
}

/** How a person's yes is had, where one is wanted: by asking the one that the task scripts, or by a token. */
export type Confirm = "ask" | "token";

/** Plays one task; a player that fails has not done it. */
export async function playTask(task: Task, player: Player, confirm: Confirm = "token"): Promise<Row> {
  await using world = await startWorld(task.permissions);
  await task.prepare?.(world);
  const before = await readAccount(world);
  world.begin();
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-eval-"));
  try {
    const log = join(folder, "traffic.jsonl");
    const person = confirm === "ask" ? task.person : undefined;
    const server = serverEntry(task, world, { folder, person });
    const word = await player(task, server, folder).catch((error: unknown) => ({ error }));
    const traffic = readTraffic(await readFile(log, "utf8").catch(() => ""));
    const tokens = task.person === "yes" && person === undefined ? 1 : 0;
    const row = { task: task.name, least: task.least + tokens, ...traffic };
    if ("error" in word) return { ...row, wrong: [`The player failed: ${reasonOf(word.error)}.`] };
    const { said, ...counted } = word;
    return { ...row, ...counted, wrong: await judge(task, { world, before, said }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "no reason given";
}

interface Scene {
  readonly folder: string;
  readonly person: Says | undefined;
}

// What the host itself can ask is left out of it: so that all models meet the same questions.
function serverEntry(
  { flags = [] }: Task,
  { sandbox, token, nameservers }: World,
  { folder, person }: Scene,
): ServerEntry {
  const confirm = person === undefined ? "token" : "ask";
  const program = [resolve("dist/vps-dns.js"), "mcp", "--confirm", confirm, ...flags];
  return {
    command: process.execPath,
    args: [resolve("evals/recorder.mjs"), join(folder, "traffic.jsonl"), person ?? "nobody", ...program],
    env: {
      VPS_API_URL: sandbox.url,
      VPS_API_TOKEN: token,
      VPS_NAMESERVERS: nameservers.join(","),
      VPS_RESOLVERS: sandbox.nameserver,
      VPS_RDAP_URL: sandbox.rdap,
      VPS_STATE_DIR: join(folder, "state"),
    },
  };
}
