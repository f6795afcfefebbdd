// Durable files in the state folder: private to the user, written whole or not at all, fsynced where asked for.
import { randomBytes } from "node:crypto";
import { constants, type Stats, statSync } from "node:fs";
import { type FileHandle, open, readdir, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { VpsError } from "../../core/errors.ts";
import { makeFolder } from "./make-folder.ts";

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** One folder below the state folder. */
export interface StateFolder {
  /** Creates a file whole, on disk when it resolves unless it is `passing`; `false` when the name is taken. */
  create(name: string, text: string, options?: { readonly passing?: boolean }): Promise<boolean>;
  /** Adds a line to a file that is there, `false` when it is not; on disk only with `sync`. */
  append(name: string, line: string, options?: { readonly sync?: boolean }): Promise<boolean>;
  read(name: string): Promise<string | undefined>;
  /** Octets; undefined where there is no such file. Synchronous: a thousand of these take less time than one write. */
  size(name: string): number | undefined;
  /** Milliseconds since it was last written, by the storage's own clock: hosts may disagree about the time. */
  age(name: string): Promise<number | undefined>;
  /** File names, sorted. */
  names(): Promise<readonly string[]>;
  /** File names, the one written last at the end. */
  byAge(): Promise<readonly string[]>;
  /** Whether the file was there and is gone by this very call: two processes never both hear yes. */
  take(name: string): Promise<boolean>;
}

/** Opens (and makes) `base`/`folder`. */
export function stateFolder(base: string, folder: string): StateFolder {
  const path = join(base, folder);
  const file = (name: string) => join(path, name);
  const names = () => guarded(async () => (await absentAs([], () => readdir(path))).filter(isEntry).sort());
  return {
    create: (name, text, options) => guarded(() => createFile(path, file(name), { text, ...options })),
    append: (name, line, options) =>
      guarded(() => absentAs(false, () => appendLine(file(name), line, options?.sync ?? false)), UNWRITTEN),
    read: (name) => guarded(() => absentAs(undefined, () => readFile(file(name), "utf8"))),
    size: (name) => statOf(file(name))?.size,
    age: (name) => guarded(() => absentAs(undefined, () => ageOf(path, file(name)))),
    names,
    byAge: async () => {
      const written = (await names()).map((name) => ({ name, at: statOf(file(name))?.mtimeMs ?? 0 }));
      return written.sort((a, b) => a.at - b.at).map(({ name }) => name);
    },
    take: (name) => guarded(() => absentAs(false, () => takeFile(file(name)))),
  };
}

const TEMPORARY = ".tmp-";

function isEntry(name: string): boolean {
  return !name.startsWith(TEMPORARY);
}

// A hard link would make create-if-absent atomic too, but not every file system has them; an exclusive open does.
async function createFile(
  folder: string,
  path: string,
  { text, passing = false }: { readonly text: string; readonly passing?: boolean },
): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await openNew(folder, path);
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
  try {
    await handle.writeFile(text);
    if (!passing) await handle.sync();
  } finally {
    await handle.close();
  }
  if (!passing) await syncFolder(folder);
  return true;
}

/** The folder is there but for the first time. */
async function openNew(folder: string, path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", PRIVATE_FILE);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    await makeFolder(folder, PRIVATE_FOLDER);
    return open(path, "wx", PRIVATE_FILE);
  }
}

async function appendLine(path: string, line: string, sync: boolean): Promise<boolean> {
  // Never made anew: a journal file without its first line tells nothing.
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    // What a crash tore off must not swallow the line that settles it.
    await handle.writeFile(sync ? `\n${line}\n` : `${line}\n`);
    if (sync) await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}

// Renaming away is atomic: of two takers one finds nothing.
async function takeFile(path: string): Promise<boolean> {
  const taken = temporary(join(path, ".."));
  await rename(path, taken);
  await unlink(taken);
  return true;
}

function temporary(folder: string): string {
  return join(folder, `${TEMPORARY}${randomBytes(8).toString("hex")}`);
}

async function ageOf(folder: string, path: string): Promise<number> {
  const written = await writtenAt(path, "r");
  const probe = temporary(folder);
  try {
    return (await writtenAt(probe, "wx")) - written;
  } finally {
    await unlink(probe);
  }
}

/** Opened, since a network file system shows what other hosts wrote to those who open a file, and to others later. */
async function writtenAt(path: string, flag: "r" | "wx"): Promise<number> {
  const handle = await open(path, flag, PRIVATE_FILE);
  try {
    if (flag === "wx") await handle.writeFile("\n");
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for fsync; its file system journals the entry by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new VpsError("state_unavailable", UNUSABLE.message, { hint: UNUSABLE.hint, cause: error });
  }
}

async function absentAs<Value>(absent: Value, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, "ENOENT")) return absent;
    throw error;
  }
}

const UNUSABLE = {
  message: "The state folder cannot be used, so nothing was sent.",
  hint: "Make it writable, or name another with --state-dir.",
};
const UNWRITTEN = {
  message: "The state folder took no more, so the journal does not tell the outcome of what was sent.",
  hint: "Make room or make it writable; list_changes shows the change as unknown, and undo_change settles it.",
};

async function guarded<Value>(work: () => Promise<Value>, { message, hint } = UNUSABLE): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw new VpsError("state_unavailable", message, { hint, cause: error });
  }
}

/** Whether a system call failed with this code. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
