// Makes a folder and those above it.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Readable by its owner alone; one that is there already stays as it is. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const parent = dirname(path);
    if (!isCalled("ENOENT", error) || parent === path) throw error;
    await makeFolder(parent);
    // Not Node's own `recursive`, which tries for ever where the system has no folders to give (/proc).
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!isCalled("EEXIST", error)) throw error;
  }
}

function isCalled(code: string, error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
