// An HTTP proxy that writes down what it is asked to connect to, and refuses.
import { once } from "node:events";
import { createServer } from "node:http";

export interface ForwardProxy extends AsyncDisposable {
  readonly url: string;
  asked(): readonly string[];
}

export async function startForwardProxy(): Promise<ForwardProxy> {
  const asked = new Set<string>();
  const server = createServer();
  server.on("connect", (request, socket) => {
    asked.add(`CONNECT ${request.url ?? ""}`);
    socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => [...asked],
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
