// `vps-dns acme`: one challenge from the words of an ACME client's hook, or a server for lego's httpreq.
import { cleanUp, granted, present, type WaitSettings } from "../acme/challenges.ts";
import { parseDuration } from "../acme/duration.ts";
import { ACME_HELP } from "../acme/help.ts";
import { type AcmeRequest, readRequest } from "../acme/request.ts";
import { splitWords } from "../acme/split-words.ts";
import { sweep } from "../acme/sweep.ts";
import type { Context } from "../core/context.ts";
import { count } from "../core/text/count.ts";
import { ACME_FLAG_WORDS, ACME_FLAGS, waitSettings } from "./acme-flags.ts";
import { openSession } from "./open-session.ts";
import { type FlagValues, parseFlags } from "./parse-flags.ts";
import { processLog } from "./process-log.ts";
import { refuseToWrite } from "./read-only.ts";
import { sessionSettings, textOf } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

/** lego looks this often, in seconds, whether its resolvers have the value. */
const LEGO_INTERVAL_S = 2;

/** Runs `vps-dns acme`; the exit code. */
export async function acmeCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { flagWords, operands } = splitWords(argv, ACME_FLAG_WORDS);
  const { values, asksHelp } = parseFlags(ACME_FLAGS, flagWords, env);
  if (asksHelp || operands[0] === "help") {
    process.stdout.write(ACME_HELP);
    return 0;
  }
  const request = requestOf(operands, values, env);
  if (request.kind === "nothing") return 0;
  if (request.kind === "timeout") {
    const { waitTimeout: timeout } = waitSettings(values);
    process.stdout.write(`${JSON.stringify({ timeout, interval: LEGO_INTERVAL_S })}\n`);
    return 0;
  }
  refuseToWrite(values);
  if (request.kind === "serve") {
    const { serveChallenges } = await import("./acme-serve.ts");
    await serveChallenges(request.address, values, env);
    return 0;
  }
  const waiting = waitSettings(values);
  const olderThan = request.kind === "sweep" ? parseDuration(request.olderThan) : 0;
  await inContext(values, env, async (context) => {
    if (request.kind === "sweep") await runSweep(context, olderThan);
    else await runEach(context, request, waiting);
  });
  return 0;
}

type OneShot = Exclude<AcmeRequest, { kind: "serve" | "timeout" | "nothing" }>;

function requestOf(operands: readonly string[], values: FlagValues, env: NodeJS.ProcessEnv): AcmeRequest {
  const certbot = {
    domain: env["CERTBOT_DOMAIN"],
    validation: env["CERTBOT_VALIDATION"],
    authOutput: env["CERTBOT_AUTH_OUTPUT"],
  };
  return readRequest(operands, { certbot, olderThan: textOf(values, "older-than") });
}

async function inContext(
  values: FlagValues,
  env: NodeJS.ProcessEnv,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  const settings = sessionSettings(values);
  const opened = await openSession(settings, env, processLog(settings.logLevel));
  const cancel = new AbortController();
  const release = whenToldToStop(() => cancel.abort());
  try {
    await work(opened.session.context({ signal: cancel.signal, confirmation: granted }));
  } finally {
    release();
    await opened.close();
  }
}

// The line is for people and for certbot, which hands it to the clean-up hook: it tells the two hooks apart.
async function runEach(
  context: Context,
  { kind, challenges }: Exclude<OneShot, { kind: "sweep" }>,
  waiting: WaitSettings,
): Promise<void> {
  for (const challenge of challenges) {
    const { name, changed } =
      kind === "present" ? await present(context, challenge, waiting) : await cleanUp(context, challenge);
    const said = kind === "present" ? "Present" : changed ? "Removed" : "Not there";
    process.stdout.write(`${said}: ${name} TXT ${challenge.value}\n`);
  }
}

async function runSweep(context: Context, olderThan: number): Promise<void> {
  const swept = await sweep(context, olderThan);
  for (const { name, value } of swept) process.stdout.write(`Removed: ${name} TXT ${value}\n`);
  process.stdout.write(`Swept ${count(swept.length, "challenge")}.\n`);
}
