// One writer a zone among the processes that share a state folder. A lock whose owner is gone is taken over.
import { hostname } from "node:os";
import type { Clock } from "../../core/ports.ts";
import { VpsError } from "../../core/errors.ts";
import { isCode, stateFolder } from "./state-folder.ts";

const POLL_MS = 50;
const WAIT_MAX_MS = 60_000;
// An apply of 100,000 records takes minutes, not hours; a lock from another host that is older is nobody's.
const FOREIGN_MAX_MS = 60 * 60 * 1000;

interface LockRequest {
  readonly base: string;
  readonly zone: string;
  readonly clock: Clock;
}

/**
 * Runs `work` holding the zone's lock.
 * @throws VpsError conflict when another process holds it for a minute.
 */
export async function exclusively<Result>(request: LockRequest, work: () => Promise<Result>): Promise<Result> {
  const folder = stateFolder(request.base, "locks");
  const name = lockName(request.zone);
  const deadline = request.clock.now() + WAIT_MAX_MS;
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), at: request.clock.now() });
  while (!(await folder.create(name, mine))) {
    if (isAbandoned(await folder.read(name), request.clock.now())) {
      await folder.take(name);
      continue;
    }
    if (request.clock.now() > deadline) {
      throw new VpsError("conflict", `Another process has been changing ${request.zone} for a minute.`, {
        hint: "Nothing was sent. Try again when it is done.",
      });
    }
    await request.clock.sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await folder.take(name);
  }
}

// Zone names may hold escapes; hexadecimal is a file name everywhere.
function lockName(zone: string): string {
  return Buffer.from(zone).toString("hex").slice(0, 200);
}

function isAbandoned(text: string | undefined, now: number): boolean {
  if (text === undefined) return false;
  const owner = ownerOf(text);
  if (owner === undefined) return false;
  if (owner.host !== hostname()) return now - owner.at > FOREIGN_MAX_MS;
  return !isAlive(owner.pid);
}

function ownerOf(text: string): { pid: number; host: string; at: number } | undefined {
  const match = /^\{"pid":(\d+),"host":"([^"]*)","at":(\d+)\}$/.exec(text);
  return match === null ? undefined : { pid: Number(match[1]), host: match[2] ?? "", at: Number(match[3]) };
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
