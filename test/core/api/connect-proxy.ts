// A real HTTP proxy on loopback that opens tunnels (CONNECT) and leads every one of them to the same server.
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface ConnectProxy {
  readonly port: number;
  /** "host:port" of every tunnel asked for. */
  readonly tunnels: readonly string[];
  /** Everything that the proxy could read, headers included. */
  readonly read: () => string;
  close(): Promise<void>;
}

/** @param refuse a status to answer every CONNECT with, instead of a tunnel. */
export async function startConnectProxy(target: string, refuse?: number): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const read: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    read.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    response.writeHead(500).end("This proxy only opens tunnels.");
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
  });
  server.on("connect", (request, client: Socket, head: Buffer) => {
    tunnels.push(request.url ?? "");
    read.push(JSON.stringify(request.headers));
    if (refuse !== undefined) {
      client.end(`HTTP/1.1 ${refuse} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(target);
    const upstream = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server.address()),
    tunnels,
    read: () => read.join("\n"),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The proxy does not listen on a port.");
  return address.port;
}
