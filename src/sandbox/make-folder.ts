// Makes a folder and those above it.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** One that is there already stays as it is. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await makeOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (!isCalled("ENOENT", error) || parent === path) throw error;
    await makeFolder(parent, mode);
    // Not Node's own `recursive`, which tries for ever where the system has no folders to give (/proc).
    await makeOne(path, mode);
  }
}

async function makeOne(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if (!isCalled("EEXIST", error)) throw error;
  }
}

function isCalled(code: string, error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
