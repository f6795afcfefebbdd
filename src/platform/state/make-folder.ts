// Makes a folder of the state folder, and those above it. The sandbox has its own, since it shares nothing but the DNS.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** One that is there already stays as it is. Not Node's `recursive`, which never ends where no folders can be (/proc). */
export async function makeFolder(path: string, mode: number): Promise<void> {
  const failure = await made(path, mode);
  if (failure === undefined) return;
  if (failure.code !== "ENOENT" || dirname(path) === path) throw failure.error;
  await makeFolder(dirname(path), mode);
  const again = await made(path, mode);
  if (again !== undefined) throw again.error;
}

interface Failure {
  readonly code: unknown;
  readonly error: unknown;
}

async function made(path: string, mode: number): Promise<Failure | undefined> {
  try {
    await mkdir(path, { mode });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "EEXIST" ? undefined : { code, error };
  }
}
