// Plays a scenario on a fresh sandbox and writes down all that came of it.
import { systemClock } from "../../../src/platform/system-clock.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import * as z from "zod/mini";
import { runStage, type StepResult } from "./runner.ts";
import { dnsValues, type Scenario, type Stage } from "./scenario.ts";
import { steady } from "./steady.ts";
import { transcriptOf } from "./transcript.ts";

const made = z.looseObject({ uuid: z.string() });

export interface Played {
  readonly transcript: string;
  /** Where a secret showed up outside the commands that mask it, or text from outside became a command. */
  readonly leaks: readonly string[];
}

export async function playScenario(story: Scenario, folder: string): Promise<Played> {
  const sandbox = await startSandbox({ clock: systemClock, token: "vps_sandbox_0123456789abcdef" });
  const parts: string[] = [`# ${story.title}`];
  const leaks: string[] = [];
  const secrets = [sandbox.token, ...(story.secrets ?? [])];
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  };
  const run = async (stage: "main" | "post", given: Parameters<Stage["main"]>, after?: Partial<StepResult>) => {
    const [inputs, over = {}] = given;
    const before = sandbox.requests().length;
    const result = await runStage({
      folder,
      stage,
      inputs: { token: sandbox.token, "api-url": sandbox.url, ...inputs },
      ...(after?.state === undefined ? {} : { state: after.state }),
      ...(after?.masks === undefined ? {} : { masks: after.masks }),
      ...over,
    });
    parts.push(transcriptOf({ stage, inputs, result, requests: sandbox.requests().slice(before) }));
    leaks.push(...leaksOf(result, [...secrets, ...result.masks]).map((where) => `${stage}: ${where}`));
    return result;
  };
  try {
    const zoneId = made.parse(await ask("POST", "/dns-zones/", { domain: "example.com" })).uuid;
    // A zone that is in use: one change is no great part of it.
    for (const host of [1, 2, 3, 4]) {
      const record = { record_type: "A", name: `host-${host}`, value: `192.0.2.${100 + host}` };
      await ask("POST", `/dns-zones/${encodeURIComponent(zoneId)}/records/`, record);
    }
    await story.play({
      sandbox,
      zoneId,
      main: (...given) => run("main", given),
      post: (inputs, after, over) => run("post", over === undefined ? [inputs] : [inputs, over], after),
      dns: async (name, type) => {
        const values = await dnsValues(sandbox.nameserver, name, type);
        parts.push(`## DNS: ${name} ${type}\n${typeof values === "string" ? values : values.join("\n")}`);
        return values;
      },
      note: (title, text) => void parts.push(`## ${title}\n${text}`),
      api: ask,
      addRecord: async (record) =>
        made.parse(await ask("POST", `/dns-zones/${encodeURIComponent(zoneId)}/records/`, record)).uuid,
    });
    return { transcript: steady(`${parts.join("\n\n")}\n`, secrets), leaks };
  } finally {
    await sandbox.close();
  }
}

const OWN_COMMANDS = new Set(["add-mask", "debug", "error", "warning", "notice", "group", "endgroup"]);

/** Every place but the masking commands is searched for every secret, and the commands for one that is not the step's. */
function leaksOf(result: StepResult, secrets: readonly string[]): string[] {
  const lines = `${result.stdout}\n${result.stderr}`.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  const places: [string, string][] = [
    ["the streams", lines.join("\n")],
    ["the summary", result.summary],
    ["an output", [...result.outputs.values()].join("\n")],
    ["the state", [...result.state.values()].join("\n")],
    ["the environment", [...result.env.entries()].flat().join("\n")],
  ];
  const leaks = places.filter(([, text]) => secrets.some((secret) => text.includes(secret))).map(([place]) => place);
  const foreign = result.commands.filter(({ name }) => !OWN_COMMANDS.has(name));
  return [...leaks, ...foreign.map(({ name }) => `the command ${name}`)];
}
