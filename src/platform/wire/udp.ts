// A query over UDP. The socket is connected, so that the kernel lets nobody else's packets in (RFC 5452 §4).
import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
import { readReply } from "../../core/wire/message-reader.ts";
import { failed, failureOf, type Sent, settledOnce, type TransportReply } from "./transport.ts";

/** Sends once and waits for the answer, past packets that belong to another question. */
export function askUdp(sent: Sent): Promise<TransportReply> {
  const { to, packet, asked } = sent;
  return settledOnce(sent, (settle) => {
    const socket = createSocket(isIPv6(to.address) ? "udp6" : "udp4");
    let strays = 0;
    socket.on("error", (error) => settle(failureOf(error)));
    socket.on("connect", () => socket.send(packet, (error) => error && settle(failureOf(error))));
    socket.on("message", (octets) => {
      const read = readReply(octets, asked);
      if (read.kind === "stray") strays++;
      else if (read.kind === "malformed") settle(failed("garbled", "The answer is no DNS message that can be read."));
      else settle(read);
    });
    socket.connect(to.port, to.address);
    return {
      close: () => socket.close(),
      late: () =>
        strays === 0
          ? failed("no_answer", "No answer came in time.")
          : failed("garbled", "What came was no answer to the question: another id or another name."),
    };
  });
}
