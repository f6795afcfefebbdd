// One writer a zone among the processes that share a state folder. A lock whose owner is gone is taken over.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import * as z from "zod/mini";
import { VpsError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import { isCode, type StateFolder, stateFolder } from "./state-folder.ts";

const POLL_MS = 50;
/** Told among hosts by when the file was last written: its owner writes to it while at work. */
const BEAT_MS = 15_000;
/** Eight beats, and longer than a network file system keeps what it has heard of a file. */
const FOREIGN_MAX_MS = 120_000;
/** A lock is written in far less. */
const TORN_MAX_MS = 2_000;
/** Looking at how old a file is writes one. */
const LOOK_EVERY = 20;
/** In a container every process is number 1: a lock of the same number may be one of an earlier life. */
const LIFE = randomBytes(8).toString("hex");

const ownerSchema = z.object({ pid: z.number(), life: z.string(), host: z.string() });
type Owner = z.output<typeof ownerSchema>;
const MINE = { pid: process.pid, life: LIFE, host: hostname() } satisfies Owner;

/** A lock means nothing once its process has gone: it need not outlive a power cut. */
const PASSING = { passing: true } as const;

export interface LockRequest {
  readonly base: string;
  readonly zone: string;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** By the clock: when waiting ends. */
  readonly deadline: number;
}

/**
 * Runs `work` holding the zone's lock; it hears whether it had to wait.
 * @throws VpsError conflict when another process holds it until the deadline, cancelled when the call is given up first
 */
export async function holdingLock<Result>(
  request: LockRequest,
  work: (waited: boolean) => Promise<Result>,
): Promise<Result> {
  const folder = stateFolder(request.base, "locks");
  const name = lockName(request.zone);
  const waited = await take(folder, name, request);
  const over = new AbortController();
  const beating = beat(folder, name, { clock: request.clock, signal: over.signal });
  try {
    return await work(waited);
  } finally {
    over.abort();
    await beating;
    await letGo(folder, name);
  }
}

async function take(folder: StateFolder, name: string, request: LockRequest): Promise<boolean> {
  const { zone, clock, signal, deadline } = request;
  let tries = 0;
  for (; !(await folder.create(name, JSON.stringify(MINE), PASSING)); tries += 1) {
    if (await isAbandoned(folder, name, tries)) await clear(folder, name, tries);
    else refuseWaiting(zone, { late: clock.now() > deadline, signal });
    await clock.sleep(POLL_MS);
  }
  return tries > 0;
}

/** @throws VpsError conflict when it is too late, cancelled when the call was given up */
export function refuseWaiting(
  zone: string,
  { late, signal }: { readonly late: boolean; readonly signal?: AbortSignal | undefined },
): void {
  if (signal?.aborted === true) {
    throw new VpsError("cancelled", `The call was given up while others were changing ${zone}.`, {
      hint: "Nothing was sent.",
    });
  }
  if (!late) return;
  throw new VpsError("conflict", `Others have been changing ${zone} for a minute.`, {
    hint: "Nothing was sent. Try again when they are done.",
  });
}

/** Writes to the lock as long as it is held, so that other hosts see that its owner lives. */
async function beat(
  folder: StateFolder,
  name: string,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  while (await slept(clock, BEAT_MS, signal)) {
    // What keeps a beat from being written keeps the journal from being written too, and that is told.
    await folder.append(name, "").catch(() => false);
  }
}

/** Sleeps; false when the signal was aborted meanwhile. */
export async function slept(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(ms, signal);
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

// Who was stopped for minutes may find that another has the lock by now: it stays theirs.
async function letGo(folder: StateFolder, name: string): Promise<void> {
  const text = await folder.read(name);
  if (text !== undefined && ownerOf(text)?.life === LIFE) await folder.take(name);
}

/** One process at a time clears: between looking and taking, the lock may have become somebody's again. */
async function clear(folder: StateFolder, name: string, tries: number): Promise<void> {
  const clearing = `${name}.clearing`;
  if (!(await folder.create(clearing, JSON.stringify(MINE), PASSING))) {
    if (await isAbandoned(folder, clearing, tries)) await folder.take(clearing);
    return;
  }
  if (await isAbandoned(folder, name, tries)) await folder.take(name);
  await folder.take(clearing);
}

// Zone names may hold escapes; hexadecimal is a file name everywhere.
function lockName(zone: string): string {
  return Buffer.from(zone).toString("hex").slice(0, 200);
}

/** @param tries how often it was found taken */
async function isAbandoned(folder: StateFolder, name: string, tries: number): Promise<boolean> {
  const text = await folder.read(name);
  if (text === undefined) return false;
  const owner = ownerOf(text);
  if (owner?.host === MINE.host) return owner.pid === MINE.pid ? owner.life !== LIFE : !isAlive(owner.pid);
  if (tries % LOOK_EVERY > 0) return false;
  // One that says nothing is being written just now; or its writer was killed in the middle of it.
  return ((await folder.age(name)) ?? 0) > (owner === undefined ? TORN_MAX_MS : FOREIGN_MAX_MS);
}

function ownerOf(text: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return isCode(error, "EPERM");
  }
}
