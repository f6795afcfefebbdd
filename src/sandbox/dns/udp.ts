// The name server's UDP side: a datagram in, at most one out.
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

/** Answers one packet; undefined is silence. */
export type PacketHandler = (packet: Uint8Array) => Uint8Array | undefined;

/** Binds to an address and answers until closed; rejects when the port is taken. */
export async function listenUdp(address: { readonly host: string; readonly port: number }, handle: PacketHandler) {
  const socket = createSocket({ type: address.host.includes(":") ? "udp6" : "udp4" });
  socket.on("message", (packet, from) => {
    const reply = handle(packet);
    // An answer that cannot be sent is a lost datagram to the asker, and UDP promises no more.
    if (reply !== undefined) socket.send(reply, from.port, from.address, () => undefined);
  });
  socket.bind({ address: address.host, port: address.port });
  try {
    await once(socket, "listening");
  } catch (error) {
    socket.close();
    throw error;
  }
  // Without a listener a later error, as an ICMP one, would end the process.
  socket.on("error", () => undefined);
  return { port: socket.address().port, close: () => closeSocket(socket) };
}

function closeSocket(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.close(() => resolve()));
}
