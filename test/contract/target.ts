// Who is held to the contract: the sandbox always; the live API when its URL, a token and a disposable zone are given,
// and then nothing but that zone is ever written to.
import { afterAll } from "vitest";
import { systemClock } from "../../src/platform/system-clock.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { type Answer, ask, type Door, textIn } from "../sandbox/support/ask.ts";

const DISPOSABLE = /^vps-test-[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

export interface Target {
  readonly name: string;
  /** A zone that the tests make, fill and delete. */
  readonly zone: string;
  /** Sends a request, unless it would write to anything but the disposable zone. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The same with a token that is none. */
  askAsNobody(method: string, path: string): Promise<Answer>;
}

/** Closed after the test file that asks for them. */
export async function contractTargets(): Promise<readonly Target[]> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true });
  afterAll(() => sandbox.close());
  const emulated = guarded("the sandbox", sandbox, "vps-test-contract.example");
  const live = liveTarget(process.env);
  return live === undefined ? [emulated] : [emulated, live];
}

function liveTarget(env: NodeJS.ProcessEnv): Target | undefined {
  const url = env["VPS_CONTRACT_API_URL"];
  const token = env["VPS_CONTRACT_TOKEN"];
  const zone = env["VPS_CONTRACT_ZONE"];
  if (url === undefined && token === undefined && zone === undefined) return undefined;
  if (url === undefined || token === undefined || zone === undefined) {
    throw new Error("The live contract tests want VPS_CONTRACT_API_URL, VPS_CONTRACT_TOKEN and VPS_CONTRACT_ZONE.");
  }
  return guarded("the live API", { url: url.replace(/\/$/, ""), token }, zone);
}

/** Keeps account of what the tests have made; everything else may be read only. */
export function guarded(name: string, door: Door, zone: string): Target {
  if (!DISPOSABLE.test(zone)) throw new Error("The zone of the contract tests is called vps-test-SOMETHING.TLD.");
  const own = new Set<string>();
  return {
    name,
    zone,
    ask: async (method, path, body) => {
      if (method !== "GET" && !isOwn(own, path) && !isMaking(zone, { method, path, body })) {
        throw new Error(`The contract tests write to ${zone} only, not ${method} ${path}.`);
      }
      const answer = await ask(door, method, path, body);
      if (answer.status === 201) own.add(textIn(answer.body, "uuid"));
      return answer;
    },
    askAsNobody: (method, path) => ask({ url: door.url, token: "vps_nobody" }, method, path),
  };
}

function isOwn(own: ReadonlySet<string>, path: string): boolean {
  const [, , id = ""] = path.split("/");
  return /^\/dns-(?:zones|records)\//.test(path) && own.has(decodeURIComponent(id));
}

/** Making the zone, or being refused when trying to make one that no registry could know. */
function isMaking(zone: string, { method, path, body }: { method: string; path: string; body: unknown }): boolean {
  if (method !== "POST" || path !== "/dns-zones/") return false;
  const sent = JSON.stringify(body);
  return sent === JSON.stringify({ domain: zone }) || sent === JSON.stringify({ domain: "not a domain" });
}
