// The name server's TCP side (RFC 1035 §4.2.2, RFC 7766): messages with their length in front, many on one connection.
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { PacketHandler } from "./udp.ts";

/** How long a connection may say nothing before it is closed (RFC 7766 §6.2.3 leaves it to the server; BIND: 30 s). */
export const TCP_IDLE_MS = 30_000;
/** Connections at a time; further ones are closed at once, as BIND does with its `tcp-clients`. */
const MAX_CONNECTIONS = 150;

export interface TcpSettings {
  readonly host: string;
  readonly port: number;
  readonly idleMs: number;
}

/** Listens on an address and answers until closed; rejects when the port is taken. */
export async function listenTcp(settings: TcpSettings, handle: PacketHandler) {
  const connections = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
    serve(socket, settings.idleMs, handle);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.listen({ host: settings.host, port: settings.port });
  await once(server, "listening");
  return { port: portOf(server), close: () => closeServer(server, connections) };
}

function serve(socket: Socket, idleMs: number, handle: PacketHandler): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.setTimeout(idleMs, () => socket.destroy());
  // A reset by the other side is its way to hang up; "close" follows.
  socket.on("error", () => socket.destroy());
  socket.on("drain", () => socket.resume());
  socket.on("data", (chunk) => {
    const { messages, rest } = cutMessages(Buffer.concat([pending, chunk]));
    pending = rest;
    for (const message of messages) {
      const reply = handle(message);
      if (reply === undefined) {
        // What cannot be answered means that the two sides no longer agree where messages begin.
        socket.destroy();
        return;
      }
      // Who asks and does not read is not read from either, so that answers cannot pile up.
      if (!socket.write(framed(reply))) socket.pause();
    }
  });
}

/** The whole messages at the start of a stream, and what is left behind them. */
function cutMessages(stream: Buffer): { readonly messages: readonly Buffer[]; readonly rest: Buffer } {
  const messages: Buffer[] = [];
  let at = 0;
  while (at + 2 <= stream.length) {
    const end = at + 2 + stream.readUInt16BE(at);
    if (end > stream.length) break;
    messages.push(stream.subarray(at + 2, end));
    at = end;
  }
  return { messages, rest: stream.subarray(at) };
}

/** Length and message in one piece (RFC 7766 §8). */
function framed(message: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(message.length >> 8, message.length & 0xff), message]);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closeServer(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of connections) socket.destroy();
  });
}
