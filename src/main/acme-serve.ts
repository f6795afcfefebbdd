// `vps-dns acme serve`: challenges over HTTP until the process is told to stop.
import { cleanUp, granted, present } from "../acme/challenges.ts";
import { randomPassword } from "../acme/password.ts";
import { serveAcme } from "../acme/serve.ts";
import { InputError } from "../core/errors.ts";
import { waitSettings } from "./acme-flags.ts";
import { tokenFromFile } from "./api-token.ts";
import { HTTP_TOKEN } from "./http-flags.ts";
import { authorityOf, type ListenAddress, parseListenAddress } from "./listen-address.ts";
import { openSession } from "./open-session.ts";
import type { FlagValues } from "./parse-flags.ts";
import { processLog } from "./process-log.ts";
import { type Settings, sessionSettings, textOf } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

/** Tells on stdout where it listens, as one JSON line, and serves. */
export async function serveChallenges(address: string, values: FlagValues, env: NodeJS.ProcessEnv): Promise<void> {
  const listen = listenAddress(address);
  const settings = sessionSettings(values);
  const waiting = waitSettings(values);
  const told = processLog(settings.logLevel);
  const password = await passwordOf(values, settings);
  told.hide(password);
  const opened = await openSession(settings, env, told);
  const contextOf = (signal: AbortSignal) => opened.session.context({ signal, confirmation: granted });
  try {
    const server = await serveAcme({
      ...listen,
      password,
      present: (challenge, signal) => present(contextOf(signal), challenge, waiting),
      cleanUp: (challenge, signal) => cleanUp(contextOf(signal), challenge),
      log: opened.log,
    });
    const stopped = new Promise<void>((resolve) => {
      whenToldToStop(resolve);
    });
    const url = `http://${authorityOf({ host: listen.host, port: server.port })}`;
    process.stdout.write(`${JSON.stringify({ url })}\n`);
    await stopped;
    await server.close();
  } finally {
    await opened.close();
  }
}

function listenAddress(text: string): ListenAddress {
  try {
    return parseListenAddress(text, "serve");
  } catch (error) {
    throw new InputError("invalid_input", "acme serve takes a port, or a host and a port.", {
      hint: "For example vps-dns acme serve 8080, or 0.0.0.0:8080.",
      cause: error,
    });
  }
}

async function passwordOf(values: FlagValues, { token, tokenFile }: Settings): Promise<string> {
  const given = textOf(values, HTTP_TOKEN.env);
  if (given === undefined) {
    const password = randomPassword();
    process.stderr.write(`Clients give this password, random for this run (VPS_HTTP_TOKEN sets one): ${password}\n`);
    return password;
  }
  const known = [token, await tokenFromFile(tokenFile)];
  if (!known.some((one) => one?.trim() === given)) return given;
  throw new InputError("invalid_input", "VPS_HTTP_TOKEN is the VPS.org token itself.", {
    field: "VPS_HTTP_TOKEN",
    hint: "Whoever may set challenges would hold the whole account: leave it unset for a random one.",
  });
}
