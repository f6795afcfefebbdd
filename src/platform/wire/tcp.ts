// A query over TCP (RFC 1035 §4.2.2): one connection, one question, the length in front.
import { connect } from "node:net";
import { readReply } from "../../core/wire/message-reader.ts";
import { failed, failureOf, type Sent, settledOnce, type TransportReply } from "./transport.ts";

const LENGTH_OCTETS = 2;

/** The time limit is for the whole answer: a server that drips it gains nothing by each octet. */
export function askTcp(sent: Sent): Promise<TransportReply> {
  const { to, packet, asked } = sent;
  return settledOnce(sent, (settle) => {
    const socket = connect({ host: to.address, port: to.port, noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    socket.on("error", (error) => settle(failureOf(error)));
    socket.on("connect", () => socket.write(framed(packet)));
    socket.on("close", () => settle(failed("failed", "It hung up before the answer was whole.")));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const whole = wholeMessage(received);
      if (whole === undefined) return;
      const read = readReply(whole, asked);
      if (read.kind === "message" || read.kind === "truncated") settle(read);
      else settle(failed("garbled", "What came was no answer to the question."));
    });
    return {
      close: () => socket.destroy(),
      late: () => failed("no_answer", "No whole answer came over TCP in time."),
    };
  });
}

function wholeMessage(received: Buffer): Buffer | undefined {
  if (received.length < LENGTH_OCTETS) return undefined;
  const end = LENGTH_OCTETS + received.readUInt16BE(0);
  return received.length < end ? undefined : received.subarray(LENGTH_OCTETS, end);
}

function framed(message: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(message.length >> 8, message.length & 0xff), message]);
}
