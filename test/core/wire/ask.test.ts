import { describe, expect, it } from "vitest";
import type { WireReply } from "../../../src/core/wire/wire.ts";
import { socketWire } from "../../../src/platform/wire/socket-wire.ts";
import {
  answerTo,
  type Behaviour,
  FORMERR,
  framed,
  type Listening,
  type ScriptedServer,
  type SeenQuery,
  startScriptedServer,
} from "../../support/scripted-name-server.ts";

const wire = socketWire({ nameservers: [], resolvers: [] });
const question = { name: "www.example.com", type: "A" } as const;
/** For what is answered: enough for any machine, and over as soon as the answer is there. */
const ANSWERED_MS = 10_000;
/** For what is not: a fifth of it is the first try. */
const SILENT_MS = 600;
const SILENT_TCP_MS = 1_500;

interface Asked {
  readonly reply: WireReply;
  readonly server: ScriptedServer;
  readonly tookMs: number;
}

async function askOf(
  behaviour: Behaviour,
  { withinMs = ANSWERED_MS, ...listening }: Listening & { readonly withinMs?: number } = {},
): Promise<Asked> {
  await using server = await startScriptedServer(behaviour, listening);
  const start = performance.now();
  const reply = await wire.ask({
    to: { address: "127.0.0.1", port: server.port },
    question,
    recursive: false,
    withinMs,
    signal: new AbortController().signal,
  });
  return { reply, server, tookMs: performance.now() - start };
}

const address = (query: SeenQuery) =>
  answerTo(query, { answers: [{ name: query.name, type: "A", ttl: 300, data: "192.0.2.10" }] });

const cut = (query: SeenQuery) => answerTo(query, { tc: true });

const answered = {
  kind: "message",
  message: {
    rcode: "NOERROR",
    aa: true,
    answers: [{ name: "www.example.com", type: "A", ttl: 300, rdata: { value: "192.0.2.10" } }],
    authorities: [],
    additionals: [],
  },
};

/** Far over the time that was given, and far under what a server could make a naive asker wait. */
const HANGING_MS = 10_000;

describe("asking a name server", () => {
  it("asks over UDP without RD and with EDNS0 (RFC 6891)", async () => {
    const { reply, server } = await askOf(address);
    expect(reply).toEqual(answered);
    expect(server.seen).toMatchObject([
      { name: "www.example.com", type: "A", recursionDesired: false, edns: true, transport: "udp" },
    ]);
  });

  it("asks again when a packet is lost", async () => {
    let count = 0;
    const { reply, server } = await askOf((query) => (count++ === 0 ? undefined : address(query)));
    expect(reply).toEqual(answered);
    expect(server.seen).toHaveLength(2);
    expect(server.seen[0]?.id).not.toBe(server.seen[1]?.id);
  });

  it("tells a server that never answers, within the time given", async () => {
    const { reply, tookMs } = await askOf(() => undefined, { withinMs: SILENT_MS });
    expect(reply).toMatchObject({ kind: "failure", failure: "no_answer" });
    expect(tookMs).toBeLessThan(HANGING_MS);
  });

  it("tells a port where nobody listens", async () => {
    const gone = await startScriptedServer(() => undefined);
    await gone[Symbol.asyncDispose]();
    const ask = { question, recursive: false, withinMs: ANSWERED_MS, signal: new AbortController().signal };
    const reply = await wire.ask({ ...ask, to: { address: "127.0.0.1", port: gone.port } });
    expect(reply).toMatchObject({ kind: "failure", failure: "refused" });
  });

  it.each<[string, Behaviour]>([
    ["another id", (query) => address({ ...query, id: query.id ^ 1 })],
    ["another name", (query) => address({ ...query, name: "www.example.net" })],
    ["another type", (query) => answerTo({ ...query, type: "AAAA" })],
    ["a query instead of an answer", (query) => flipped(address(query), 2, 0x80)],
    ["a few octets", () => Buffer.from("hello")],
  ])("passes over %s and says so", async (_, behaviour) => {
    const { reply } = await askOf(behaviour, { withinMs: SILENT_MS });
    expect(reply).toMatchObject({ kind: "failure", failure: "garbled" });
  });

  it("finds the true answer among forged ones", async () => {
    const { reply } = await askOf((query) => [
      address({ ...query, id: query.id ^ 0xff }),
      address({ ...query, name: "www.example.net" }),
      Buffer.alloc(3),
      address(query),
    ]);
    expect(reply).toEqual(answered);
  });

  it("takes another letter case for the same name (RFC 4343)", async () => {
    const { reply } = await askOf((query) => answerTo({ ...query, name: "WWW.Example.COM" }));
    expect(reply).toMatchObject({ kind: "message", message: { rcode: "NOERROR", answers: [] } });
  });

  it("tells an answer that ends in the middle", async () => {
    const { reply } = await askOf((query) => address(query).subarray(0, -2));
    expect(reply).toMatchObject({ kind: "failure", failure: "garbled" });
  });

  it("asks without EDNS0 where a server does not know it", async () => {
    const { reply, server } = await askOf((query) =>
      query.edns ? answerTo(query, { rcode: FORMERR }) : address(query),
    );
    expect(reply).toEqual(answered);
    expect(server.seen.map(({ edns }) => edns)).toEqual([true, false]);
  });
});

describe("a truncated answer", () => {
  it("is asked for over TCP (RFC 7766 §5)", async () => {
    const { reply, server } = await askOf((query) => (query.transport === "udp" ? cut(query) : address(query)));
    expect(reply).toEqual(answered);
    expect(server.seen.map(({ transport }) => transport)).toEqual(["udp", "tcp"]);
  });

  it("is read in whatever pieces TCP brings it", async () => {
    const { reply } = await askOf((query) => {
      if (query.transport === "udp") return cut(query);
      return (connection) => {
        connection.setNoDelay(true);
        const whole = framed(address(query));
        for (let at = 0; at < whole.length; at += 7) connection.write(whole.subarray(at, at + 7));
      };
    });
    expect(reply).toEqual(answered);
  });

  it("is told as that where TCP is closed", async () => {
    const { reply } = await askOf(cut, { tcp: false });
    expect(reply).toMatchObject({
      failure: "truncated",
      detail: "The answer did not fit into a UDP packet, and TCP did not help: No name server listens there.",
    });
  });

  it.each<[string, (query: SeenQuery) => ReturnType<Behaviour>]>([
    ["says nothing", () => undefined],
    ["drips an octet at a time", (query) => drip(framed(address(query)))],
    ["drips for ever", () => drip(Buffer.alloc(70_000, 0xff))],
  ])("does not outlast its time where TCP %s", async (_, behaviour) => {
    const { reply, tookMs } = await askOf((query) => (query.transport === "udp" ? cut(query) : behaviour(query)), {
      withinMs: SILENT_TCP_MS,
    });
    expect(reply).toMatchObject({ kind: "failure", failure: "truncated" });
    expect(tookMs).toBeLessThan(HANGING_MS);
  });

  it.each<[string, (query: SeenQuery) => ReturnType<Behaviour>]>([
    ["hangs up half-way", (query) => (connection) => connection.end(framed(address(query)).subarray(0, 20))],
    ["answers another question", (query) => address({ ...query, id: query.id ^ 1 })],
    ["cuts its answer off as well", (query) => cut(query)],
  ])("is told where TCP %s", async (_, behaviour) => {
    const { reply } = await askOf((query) => (query.transport === "udp" ? cut(query) : behaviour(query)), {
      withinMs: SILENT_TCP_MS,
    });
    expect(reply).toMatchObject({ kind: "failure", failure: "truncated" });
  });
});

describe("a cancelled question", () => {
  it("ends at once, with the reason it was given", async () => {
    await using server = await startScriptedServer(() => undefined);
    const cancel = new AbortController();
    const to = { address: "127.0.0.1", port: server.port };
    const asked = wire.ask({ to, question, recursive: false, withinMs: 60_000, signal: cancel.signal });
    setTimeout(() => cancel.abort(new Error("enough")), 20);
    await expect(asked).rejects.toThrow("enough");
  });
});

function flipped(octets: Buffer, at: number, mask: number): Buffer {
  const changed = Buffer.from(octets);
  changed[at] = (changed[at] ?? 0) ^ mask;
  return changed;
}

function drip(octets: Buffer): ReturnType<Behaviour> {
  return (connection) => {
    let at = 0;
    const timer = setInterval(() => connection.write(octets.subarray(at, ++at)), SILENT_TCP_MS / 50);
    connection.on("close", () => clearInterval(timer));
  };
}
