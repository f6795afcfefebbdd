// The TCP side (RFC 7766): framing, several queries on a connection, and connections that do not behave.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { startNameServer } from "../../../src/sandbox/dns/start-name-server.ts";
import { a, txt } from "../../support/builders.ts";
import { decodeResponse, queryDns } from "../../support/dns-query.ts";
import { rawQuery } from "./raw-query.ts";
import { serve, zoneOf } from "./serve.ts";

const zones = zoneOf("example.com", [
  a("one", "192.0.2.1"),
  a("two", "192.0.2.2"),
  ...Array.from({ length: 200 }, (_, index) => txt("big", `${index}${"x".repeat(250)}`)),
]);
const query = (label: string, type = 1) => framed(rawQuery({ name: `${label}.example.com`, type }));

describe("DNS over TCP", () => {
  it("answers several queries on one connection, sent together or octet by octet", async () => {
    const socket = await open(await serve(zones));
    const answers = readMessages(socket, 3);
    socket.write(Buffer.concat([query("one"), query("two")]));
    for (const octet of query("one")) socket.write(Buffer.of(octet));
    expect((await answers).map((answer) => decodeResponse(answer).answers[0]?.value)).toEqual([
      "192.0.2.1",
      "192.0.2.2",
      "192.0.2.1",
    ]);
  });

  it("still answers a client that has closed its own side", async () => {
    const socket = await open(await serve(zones));
    const answers = readMessages(socket, 1);
    socket.end(query("one"));
    expect(await answers).toHaveLength(1);
    await once(socket, "close");
  });

  it("sends what UDP truncates (RFC 2181 §9)", async () => {
    const server = await serve(zones);
    const question = { server, name: "big.example.com", type: "TXT" };
    expect(await queryDns(question)).toMatchObject({ tc: true, answers: [] });
    expect((await queryDns({ ...question, tcp: true })).answers).toHaveLength(200);
  });

  it("hangs up on a connection that says nothing", async () => {
    const socket = await open(await serve(zones, { tcpIdleMs: 20 }));
    await once(socket.resume(), "close");
  });

  it("hangs up on what is no query", async () => {
    const socket = await open(await serve(zones));
    socket.write(framed(Buffer.from("GET / HTTP/1.1")).fill(0xff, 4, 5));
    await once(socket.resume(), "close");
  });

  it("answers whole a client that asks much before it reads anything", async () => {
    const socket = await open(await serve(zones));
    socket.pause();
    for (let count = 0; count < 100; count++) socket.write(query("big", 16));
    const answers = readMessages(socket, 100);
    socket.resume();
    expect(new Set((await answers).map(({ length }) => length)).size).toBe(1);
  });

  it("closes with connections open, and frees its port", async () => {
    const server = await startNameServer({ zones });
    const socket = await open(`127.0.0.1:${server.port}`);
    await Promise.all([once(socket.resume(), "close"), server.close()]);
    const next = await startNameServer({ zones, port: server.port });
    await expect(startNameServer({ zones, port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await next.close();
  });
});

async function open(server: string): Promise<Socket> {
  const [host = "", port = ""] = server.split(":");
  const socket = connect(Number(port), host);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

function framed(message: Buffer): Buffer {
  return Buffer.concat([Buffer.of(message.length >> 8, message.length & 0xff), message]);
}

/** The next messages of a connection, without their lengths. */
function readMessages(socket: Socket, count: number): Promise<readonly Buffer[]> {
  return new Promise((resolve, reject) => {
    const messages: Buffer[] = [];
    let pending: Buffer = Buffer.alloc(0);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 2 && pending.length >= pending.readUInt16BE(0) + 2) {
        const end = pending.readUInt16BE(0) + 2;
        messages.push(pending.subarray(2, end));
        pending = pending.subarray(end);
      }
      if (messages.length >= count) resolve(messages);
    });
  });
}
