// From what single addresses said to whether it is everywhere.
import type { ServerLook } from "./look.ts";

/**
 * The looks that count. Where this machine has no way to IPv6, or one that leads nowhere, an IPv6 address says nothing
 * about its server as long as another address of the server was reached; IPv4 is no different.
 */
export function countedLooks(looks: readonly ServerLook[]): readonly ServerLook[] {
  const reached = looks.filter(({ failure }) => failure === undefined);
  const servers = new Set(reached.map(serverKey));
  const families = new Set(reached.map(familyOf));
  return looks.filter((look) => {
    const isCutOff = look.failure === "no_route" || (look.failure === "no_answer" && !families.has(familyOf(look)));
    return !isCutOff || !servers.has(serverKey(look));
  });
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

function familyOf({ target: { endpoint } }: ServerLook): "ipv6" | "ipv4" {
  return endpoint?.address.includes(":") === true ? "ipv6" : "ipv4";
}
