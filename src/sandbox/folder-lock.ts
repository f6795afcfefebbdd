// One process at a time on a folder. A lock whose holder is gone, killed or lost with the machine, is taken over.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../core/errors.ts";
import type { FolderField } from "./start-failure.ts";

export interface FolderLock {
  release(): Promise<void>;
}

/** Locks that this very process holds; another process with its number, before a restart of the machine, is another. */
const heldHere = new Set<string>();

/**
 * One lock for each use of a folder, so that the same may serve for both.
 * @throws InputError `conflict` when another sandbox is using the folder so
 */
export async function lockFolder(folder: string, field: FolderField): Promise<FolderLock> {
  const path = join(folder, `${field}.lock`);
  if (heldHere.has(path)) throw inUse(field);
  const own = `${path}.${randomUUID()}`;
  // Written beside and linked into place, so that nobody ever reads half a lock.
  await writeFile(own, JSON.stringify({ pid: process.pid, started: (await startOf(process.pid)) ?? null }), {
    mode: 0o600,
  });
  try {
    if (!(await linked(own, path))) {
      if (!(await takenOver(path)) || !(await linked(own, path))) throw inUse(field);
    }
  } finally {
    await unlink(own);
  }
  heldHere.add(path);
  return {
    async release() {
      if (heldHere.delete(path)) await unlink(path);
    },
  };
}

/** Moves a lock aside whose holder is gone; says whether there is none in the way any more. */
async function takenOver(path: string): Promise<boolean> {
  const found = await textOf(path);
  if (found === undefined) return true;
  if (await isHeld(found)) return false;
  const aside = `${path}.${randomUUID()}`;
  await ignoring("ENOENT", rename(path, aside));
  const moved = await textOf(aside);
  // Somebody else was faster, and this is their lock: it goes back.
  if (moved !== undefined && moved !== found) await ignoring("EEXIST", link(aside, path));
  if (moved !== undefined) await unlink(aside);
  return true;
}

async function isHeld(lock: string): Promise<boolean> {
  const { pid, started } = holderOf(lock);
  if (pid === undefined || pid === process.pid) return false;
  if (!isRunning(pid)) return false;
  return started === undefined || started === (await startOf(pid));
}

function holderOf(lock: string): { pid?: number; started?: string } {
  const [, pid] = /"pid":(\d+)/.exec(lock) ?? [];
  const [, started] = /"started":"([^"]*)"/.exec(lock) ?? [];
  return { ...(pid === undefined ? {} : { pid: Number(pid) }), ...(started === undefined ? {} : { started }) };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** When a process was started, as far as the system tells (Linux): numbers are used again, this is not. */
async function startOf(pid: number): Promise<string | undefined> {
  const [stat, boot] = await Promise.all([textOf(`/proc/${pid}/stat`), textOf("/proc/sys/kernel/random/boot_id")]);
  if (stat === undefined || boot === undefined) return undefined;
  // Field 22 of proc(5); the second field, in parentheses, may hold spaces.
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${boot.trim()} ${ticks}`;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    // Gone, or not a system that has it: either way there is nothing to know.
    return undefined;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function ignoring(code: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function inUse(field: FolderField): InputError {
  return new InputError("conflict", `Another sandbox is using the ${field} folder.`, {
    field,
    hint: "Stop the other one, or name another folder.",
  });
}
