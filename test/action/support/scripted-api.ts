// An API whose every answer the test writes: for servers that fail at a certain request, or mean harm.
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface ScriptedRequest {
  readonly method: string;
  /** Below the base URL. */
  readonly path: string;
  readonly body: unknown;
  /** The header. */
  readonly authorization: string;
}

export interface ScriptedAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the answer goes out. */
  readonly after?: number;
}

export interface ScriptedApi extends AsyncDisposable {
  readonly url: string;
  requests(): readonly string[];
}

/** Serves `script` on a free port; `undefined` from it is a 404. */
export async function startScriptedApi(
  script: (request: ScriptedRequest) => ScriptedAnswer | undefined,
): Promise<ScriptedApi> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const method = request.method ?? "";
      const path = (request.url ?? "").replace("/api/v1", "");
      const sent = await text(request);
      const answer = script({
        method,
        path,
        body: sent === "" ? undefined : JSON.parse(sent),
        authorization: request.headers.authorization ?? "",
      }) ?? { status: 404 };
      requests.push(`${method} ${path} ${answer.status}${sent === "" ? "" : ` ${sent}`}`);
      if (answer.after !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.after));
      response.writeHead(answer.status, {
        ...answer.headers,
        "content-type": answer.html === undefined ? "application/json" : "text/html",
      });
      response.end(answer.html ?? (answer.json === undefined ? "" : JSON.stringify(answer.json)));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
