// An API that accepts every request and never answers, to see what becomes of a call that is under way.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

export interface SilentApi extends AsyncDisposable {
  readonly url: string;
  /** Resolves when a request has come in. */
  readonly asked: Promise<void>;
  /** Resolves when the client has given that request up. */
  readonly abandoned: Promise<void>;
}

export async function startSilentApi(): Promise<SilentApi> {
  const server = createServer();
  const response = new Promise<ServerResponse>((resolve) => {
    server.once("request", (_, answer) => resolve(answer));
  });
  const abandoned = response.then((answer) => once(answer, "close"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/api/v1`,
    asked: response.then(() => undefined),
    abandoned: abandoned.then(() => undefined),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
