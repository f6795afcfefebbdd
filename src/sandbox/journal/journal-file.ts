// The journal on disk: facts are appended in groups, one fsync a group, and the file is written anew when most of it is
// history.
import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Fact } from "../state/fact.ts";
import { encodeLine, JOURNAL_HEADER } from "./journal-line.ts";

/**
 * A journal is written anew when it has this many lines at least, and this many times what the state needs: starting
 * again costs what its lines cost.
 */
const COMPACT_MIN_LINES = 20_000;
const COMPACT_FACTOR = 1.5;
const LINES_PER_WRITE = 2000;

/** The open file, ready to append. */
export interface JournalFile {
  /** Appends and syncs. */
  write(lines: readonly string[]): Promise<void>;
  /** Puts a journal of these facts in its place; a crash leaves the one or the other. */
  rewrite(facts: readonly Fact[]): Promise<void>;
  /** Whether most of it is history, for a state that needs so many facts. */
  isMostlyHistory(factCount: number): boolean;
  close(): Promise<void>;
}

/** Cuts off what lies beyond `goodBytes`. */
export async function openJournalFile(
  path: string,
  content: { lines: number; goodBytes: number },
): Promise<JournalFile> {
  let handle = await openToAppend(path, content.goodBytes);
  let lines = content.lines;
  return {
    write: async (added) => {
      await handle.appendFile(added.join(""));
      await handle.datasync();
      lines += added.length;
    },
    rewrite: async (facts) => {
      await writeAside(`${path}.new`, facts);
      // Closed first: an open file cannot be replaced on Windows.
      await handle.close();
      await rename(`${path}.new`, path);
      await syncFolder(dirname(path));
      handle = await open(path, "a");
      lines = facts.length;
    },
    isMostlyHistory: (factCount) => lines >= COMPACT_MIN_LINES && lines >= COMPACT_FACTOR * factCount,
    close: () => handle.close(),
  };
}

async function openToAppend(path: string, goodBytes: number): Promise<FileHandle> {
  const handle = await open(path, "a", 0o600);
  await handle.truncate(goodBytes);
  if (goodBytes === 0) await handle.appendFile(JOURNAL_HEADER);
  await handle.datasync();
  await syncFolder(dirname(path));
  return handle;
}

async function writeAside(path: string, facts: readonly Fact[]): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    await handle.appendFile(JOURNAL_HEADER);
    for (let at = 0; at < facts.length; at += LINES_PER_WRITE) {
      await handle.appendFile(
        facts
          .slice(at, at + LINES_PER_WRITE)
          .map(encodeLine)
          .join(""),
      );
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Makes a new or renamed file's name as safe as its content; Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
