// One writer a zone among the processes that share a state folder. A lock whose owner is gone is taken over.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import * as z from "zod/mini";
import { VpsError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import { isCode, type StateFolder, stateFolder } from "./state-folder.ts";

const POLL_MS = 50;
const WAIT_MAX_MS = 60_000;
/** A lock is written in far less than two seconds. */
const TORN_TRIES = 40;
// An apply of 100,000 records takes minutes, not hours; a lock from another host that is older is nobody's.
const FOREIGN_MAX_MS = 60 * 60 * 1000;
/** In a container every process is number 1: a lock of the same number may be one of an earlier life. */
const LIFE = randomBytes(8).toString("hex");

const ownerSchema = z.object({ pid: z.number(), life: z.string(), host: z.string(), at: z.number() });
type Owner = z.output<typeof ownerSchema>;

/** A lock means nothing once its process has gone: it need not outlive a power cut. */
const PASSING = { passing: true } as const;

interface LockRequest {
  readonly base: string;
  readonly zone: string;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `work` holding the zone's lock; it hears whether it had to wait.
 * @throws VpsError conflict when another process holds it for a minute, cancelled when the call is given up first
 */
export async function exclusively<Result>(
  { base, zone, clock, signal }: LockRequest,
  work: (waited: boolean) => Promise<Result>,
): Promise<Result> {
  const folder = stateFolder(base, "locks");
  const name = lockName(zone);
  const deadline = clock.now() + WAIT_MAX_MS;
  let waited = false;
  for (let tries = 0; !(await folder.create(name, mine(clock), PASSING)); tries += 1) {
    waited = true;
    if (await isAbandoned(folder, name, { clock, tries })) await clear(folder, name, { clock, tries });
    else if (clock.now() > deadline) throw held(zone);
    else if (signal?.aborted === true) throw givenUp(zone);
    else await clock.sleep(POLL_MS);
  }
  try {
    return await work(waited);
  } finally {
    await folder.take(name);
  }
}

function mine(clock: Clock): string {
  return JSON.stringify({ pid: process.pid, life: LIFE, host: hostname(), at: clock.now() } satisfies Owner);
}

/** One process at a time clears: between looking and taking, the lock may have become somebody's again. */
async function clear(folder: StateFolder, name: string, look: Look): Promise<void> {
  const clearing = `${name}.clearing`;
  if (!(await folder.create(clearing, mine(look.clock), PASSING))) {
    if (await isAbandoned(folder, clearing, look)) await folder.take(clearing);
    else await look.clock.sleep(POLL_MS);
    return;
  }
  if (await isAbandoned(folder, name, look)) await folder.take(name);
  await folder.take(clearing);
}

interface Look {
  readonly clock: Clock;
  /** How often the lock was found taken. */
  readonly tries: number;
}

function held(zone: string): VpsError {
  return new VpsError("conflict", `Another process has been changing ${zone} for a minute.`, {
    hint: "Nothing was sent. Try again when it is done.",
  });
}

function givenUp(zone: string): VpsError {
  return new VpsError("cancelled", `The call was given up while another process was changing ${zone}.`, {
    hint: "Nothing was sent.",
  });
}

// Zone names may hold escapes; hexadecimal is a file name everywhere.
function lockName(zone: string): string {
  return Buffer.from(zone).toString("hex").slice(0, 200);
}

async function isAbandoned(folder: StateFolder, name: string, { clock, tries }: Look): Promise<boolean> {
  const text = await folder.read(name);
  if (text === undefined) return false;
  const owner = ownerOf(text);
  // Being written just now; or its writer was killed in the middle of it.
  if (owner === undefined) return tries >= TORN_TRIES;
  if (owner.host !== hostname()) return clock.now() - owner.at > FOREIGN_MAX_MS;
  return owner.pid === process.pid ? owner.life !== LIFE : !isAlive(owner.pid);
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
