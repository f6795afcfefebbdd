// From settings to a session: the token read, the embedded sandbox started when asked for, the API client chosen.
import { readFile } from "node:fs/promises";
import { InputError } from "../core/errors.ts";
import type { Log } from "../core/ports.ts";
import type { Session } from "../core/session.ts";
import { jsonLog } from "../platform/json-log.ts";
import { systemClock } from "../platform/system-clock.ts";
import type { Settings } from "./settings.ts";

// The page says five to ten minutes; nobody waits that long to see an emulation.
const EMBEDDED_ACTIVATE_AFTER_MS = 5_000;

/** A session and what was started for it. */
export interface OpenSession {
  readonly session: Session;
  readonly log: Log;
  /** Where the embedded sandbox answers, when there is one. */
  readonly sandbox: { readonly url: string; readonly nameserver: string } | undefined;
  close(): Promise<void>;
}

/** Opens what `settings` describe; everything heavy is loaded here and not before. */
export async function openSession(settings: Settings, env: NodeJS.ProcessEnv): Promise<OpenSession> {
  const sandbox = settings.sandbox === false ? undefined : await startEmbedded(settings.sandbox.dir);
  const token = sandbox?.token ?? settings.token ?? (await tokenFromFile(settings.tokenFile));
  const [{ createSession }, { undiciClient }, { confirmByName }, { parseApiUrl, parseToken }] = await Promise.all([
    import("../core/session.ts"),
    import("../core/api/undici-client.ts"),
    import("../core/confirmation.ts"),
    import("../core/api/settings.ts"),
  ]);
  const log = stderrLog(settings, token);
  const session = createSession({
    http: undiciClient(proxies(env)),
    apiUrl: sandbox?.url ?? parseApiUrl(settings.apiUrl),
    token: token === undefined ? undefined : parseToken(token),
    policy: {
      zones: settings.zones,
      allowPurchases: settings.allowPurchases,
      concurrency: settings.concurrency,
    },
    confirmation: confirmByName,
    clock: systemClock,
    log,
  });
  return {
    session,
    log,
    sandbox: sandbox === undefined ? undefined : { url: sandbox.url, nameserver: sandbox.nameserver },
    close: async () => {
      await session.close();
      await sandbox?.close();
    },
  };
}

/** The log of the settings' level on stderr. */
export function stderrLog(settings: Pick<Settings, "logLevel" | "token">, token = settings.token): Log {
  return jsonLog({
    level: settings.logLevel,
    secrets: [token?.trim() ?? ""],
    write: (line) => process.stderr.write(line),
    now: () => systemClock.now(),
  });
}

async function startEmbedded(dir: string | undefined) {
  const { startSandbox } = await import("../sandbox/start.ts");
  return startSandbox({
    clock: systemClock,
    seed: true,
    activateAfterMs: EMBEDDED_ACTIVATE_AFTER_MS,
    ...(dir === undefined ? {} : { data: dir }),
  });
}

async function tokenFromFile(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new InputError("token_missing", "The token file could not be read.", {
      field: "token-file",
      hint: "Check that --token-file names a readable file that holds the token and nothing else.",
      cause: error,
    });
  }
}

function proxies(env: NodeJS.ProcessEnv) {
  const read = (name: string) => env[name.toLowerCase()] ?? env[name];
  return { httpProxy: read("HTTP_PROXY"), httpsProxy: read("HTTPS_PROXY"), noProxy: read("NO_PROXY") };
}
