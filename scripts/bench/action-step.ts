// A step of the Action as the bench runs it: one record, its bundle built, a server of our own in the API's place.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ZONE = [{ uuid: "zone-1", domain: "example.com" }];
const RECORD = { uuid: "rec-1", record_type: "TXT", name: "_x", value: "y", ttl: 300 };

export interface Bench extends AsyncDisposable {
  /** Milliseconds from spawning Node with these arguments to the first request that comes in. */
  firstRequest(args: readonly string[]): Promise<number>;
  /** Runs Node with these arguments to its end; `state` is what the main step saved. */
  run(args: readonly string[], state?: Readonly<Record<string, string>>): Promise<void>;
  /** A script that does nothing but `http.get`. */
  readonly bareScript: string;
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-bench-"));
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.method === "POST") response.writeHead(201).end(JSON.stringify(RECORD));
    else response.end(JSON.stringify(request.url?.includes("/records/") ? [] : ZONE));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api/v1`;
  const bareScript = join(folder, "bare.mjs");
  await writeFile(
    bareScript,
    `import { get } from "node:http";\nget(${JSON.stringify(url)}, (answer) => answer.resume());\n`,
  );
  const start = (args: readonly string[], state = {}) =>
    spawn(process.execPath, [...args], { env: { ...stepEnv(url, folder), ...state }, stdio: "ignore" });
  return {
    bareScript,
    firstRequest: async (args) => {
      const came = once(server, "request");
      const started = performance.now();
      const child = start(args);
      await came;
      const took = performance.now() - started;
      // To its own end: what it would keep for the next run, it keeps.
      await once(child, "exit");
      return took;
    },
    run: async (args, state) => void (await once(start(args, state), "exit")),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function stepEnv(url: string, folder: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    TMPDIR: folder,
    "INPUT_API-URL": url,
    INPUT_TOKEN: "vps_bench",
    INPUT_ZONE: "example.com",
    INPUT_TYPE: "TXT",
    INPUT_NAME: "_x",
    INPUT_VALUE: "y",
    INPUT_WAIT: "none",
    "INPUT_WAIT-TIMEOUT": "120",
  };
}
