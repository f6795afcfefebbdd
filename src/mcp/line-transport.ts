// JSON-RPC over two byte streams, one message a line (MCP stdio binding). Unlike the SDK's transport it outlives lines
// that are too long, broken or not UTF-8, and lets requests that came just before the end be answered.
import type { Readable } from "node:stream";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import type { Log } from "../core/ports.ts";
import { type LineSplitter, splitLines } from "./line-splitter.ts";
import { moment } from "./moment.ts";
import { type Reading, readMessage, type Refusal, refuseOverlong } from "./read-message.ts";
import { unansweredRequests } from "./unanswered-requests.ts";

export interface LineTransportOptions {
  readonly input: Readable;
  /** Writes one line, newline included; rejects when the reader is gone. */
  readonly write: (line: string) => Promise<void>;
  readonly maxLineBytes: number;
  /** How long requests under way may take to be answered after the input has ended. */
  readonly graceMs: number;
  readonly log: Log;
}

export interface LineTransport extends Transport {
  /** Resolves when the first answer has gone out, or the transport is closed. */
  readonly answered: Promise<void>;
  /** Resolves when the transport is closed, by either side. */
  readonly ended: Promise<void>;
  /** Reads no further; what is under way ends as when the input has ended. */
  readonly end: () => void;
}

/** A transport over a reader and a writer of octets. */
export function lineTransport(options: LineTransportOptions): LineTransport {
  const { input, write, log } = options;
  const unanswered = unansweredRequests();
  const answer = moment();
  const end = moment();
  let closed = false;

  const close = () => {
    if (closed) return Promise.resolve();
    closed = true;
    input.off("data", receive).off("end", inputEnded).off("close", inputEnded).pause();
    transport.onclose?.();
    answer.reach();
    end.reach();
    return Promise.resolve();
  };
  const send = async (message: JSONRPCMessage | Refusal) => {
    if (closed) return;
    try {
      await write(`${JSON.stringify(message)}\n`);
    } catch (error) {
      log("info", "the client has closed its end", { reason: String(error) });
      await close();
    }
    unanswered.sent(message);
    answer.reach();
  };
  const lines = readLines(options, (reading) => {
    if (closed) return;
    if ("refusal" in reading) {
      void send(reading.refusal);
      return;
    }
    unanswered.received(reading.message);
    transport.onmessage?.(reading.message);
  });
  const receive = (chunk: Buffer) => lines.push(chunk);
  const inputEnded = () => {
    input.off("end", inputEnded).off("close", inputEnded).off("data", receive).pause();
    lines.end();
    void unanswered.none(options.graceMs).then(close);
  };
  const transport: LineTransport = {
    answered: answer.reached,
    ended: end.reached,
    start: () => {
      input.on("data", receive).on("end", inputEnded).on("close", inputEnded);
      input.on("error", (error) => log("info", "stdin failed", { reason: String(error) }));
      if (input.readableEnded || input.destroyed) setImmediate(inputEnded);
      return Promise.resolve();
    },
    send,
    close,
    end: inputEnded,
  };
  return transport;
}

function readLines({ maxLineBytes, log }: LineTransportOptions, accept: (reading: Reading) => void): LineSplitter {
  const take = (reading: Reading | undefined) => {
    if (reading === undefined) return;
    if ("refusal" in reading) log("warn", "a line on stdin was refused", { reason: reading.refusal.error.message });
    accept(reading);
  };
  return splitLines(maxLineBytes, {
    line: (bytes) => take(readMessage(bytes)),
    overlong: (head, tail) => take(refuseOverlong(head, tail, maxLineBytes)),
  });
}
