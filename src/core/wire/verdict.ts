// From what single addresses said to whether it is everywhere.
import type { ServerLook } from "./look.ts";

/**
 * The looks that count. An address that this machine has no way to (IPv6, mostly) says nothing about its server where
 * another address of the same server was reached.
 */
export function countedLooks(looks: readonly ServerLook[]): readonly ServerLook[] {
  const reached = new Set(looks.filter(({ failure }) => failure === undefined).map(serverKey));
  return looks.filter((look) => look.failure !== "no_route" || !reached.has(serverKey(look)));
}

/** Whether all that count say what they should; nobody having been asked is no yes. */
export function isEverywhere(looks: readonly ServerLook[]): boolean {
  const counted = countedLooks(looks);
  return counted.length > 0 && counted.every(({ ok }) => ok);
}

/** Whether all that answered gave the same values, in any order. */
export function areAlike(looks: readonly ServerLook[]): boolean {
  const said = looks.flatMap(({ judged }) => (judged === undefined ? [] : [[...judged.values].sort().join("\n")]));
  return new Set(said).size < 2;
}

function serverKey({ target: { host, kind } }: ServerLook): string {
  return `${kind} ${host}`;
}
