// Many requests at once against a server in a process of its own, the sandbox or a bare one to hold it against.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Pool } from "undici";
import * as z from "zod/mini";

const AT_ONCE = 16;

export interface Sent {
  readonly method: "GET" | "POST" | "PATCH";
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
}

export interface Target {
  /** Where its name server is; empty where it has none. */
  readonly nameserver: string;
  /** One request; gives the parsed answer. */
  ask(sent: Sent): Promise<unknown>;
  /** So many requests, sixteen at a time. */
  askMany(count: number, sent: (index: number) => Sent): Promise<void>;
  stop(): Promise<void>;
}

/** Answers every request with a record, once its body has been parsed: the least that any such server does. */
const BARE_SERVER = `
const server = require("node:http").createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : {};
  const record = { uuid: crypto.randomUUID(), ttl: 3600, priority: null, created_at: new Date(), ...body };
  const text = JSON.stringify(record);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: "http://127.0.0.1:" + server.address().port })));
`;

export function startBare(): Promise<Target> {
  return start(["-e", BARE_SERVER]);
}

/** The built `vps-dns sandbox`. */
export function startSandbox(...flags: readonly string[]): Promise<Target> {
  return start(["dist/vps-dns.js", "sandbox", ...flags]);
}

const announcement = z.object({
  url: z.string(),
  token: z._default(z.string(), ""),
  nameserver: z._default(z.string(), ""),
});

async function start(args: readonly string[]): Promise<Target> {
  const child = spawn(process.execPath, [...args], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  const { url, token, nameserver } = announcement.parse(JSON.parse(line));
  const pool = new Pool(new URL(url).origin, { connections: AT_ONCE });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const ask = async ({ method, path, body }: Sent): Promise<unknown> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await pool.request({
      method,
      path: `/api/v1${path}`,
      headers,
      ...(text === undefined ? {} : { body: text }),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path}: ${answer.statusCode} ${await answer.body.text()}`);
    return answer.body.json();
  };
  return {
    nameserver,
    ask,
    askMany: async (count, sent) => {
      let next = 0;
      const sender = async () => {
        while (next < count) await ask(sent(next++));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await Promise.all([gone, pool.close()]);
    },
  };
}
