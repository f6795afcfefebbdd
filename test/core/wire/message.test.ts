import * as dnsPacket from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReply } from "../../../src/core/wire/message-reader.ts";
import { writeQuery } from "../../../src/core/wire/message-writer.ts";
import type { Question, WireMessage } from "../../../src/core/wire/wire.ts";
import { answerTo } from "../../support/scripted-name-server.ts";

const question = { name: "example.com", type: "TXT" } as const;
const asked = { id: 4711, question };

function read(packet: Uint8Array, of: Question = question): WireMessage {
  const found = readReply(packet, { id: asked.id, question: of });
  if (found.kind !== "message") throw new Error(found.kind);
  return found.message;
}

const reply = (answers: dnsPacket.Answer[]) => answerTo({ id: asked.id, ...question }, { answers });

describe("writeQuery", () => {
  const label = fc.stringMatching(/^[a-z0-9_-]{1,20}$/);

  it("writes what another implementation reads", () => {
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 8 }),
        fc.integer({ min: 0, max: 0xffff }),
        fc.boolean(),
        (labels, id, recursive) => {
          const name = labels.join(".");
          const decoded = dnsPacket.decode(
            Buffer.from(writeQuery({ name, type: "CAA" }, { id, recursive, edns: true })),
          );
          expect(decoded).toMatchObject({
            id,
            type: "query",
            flag_rd: recursive,
            questions: [{ name: name === "" ? "." : name, type: "CAA", class: "IN" }],
            additionals: [{ type: "OPT", udpPayloadSize: 1232, options: [] }],
          });
        },
      ),
    );
  });

  it("keeps a dot inside a label (RFC 1035 §5.1)", () => {
    const packet = Buffer.from(
      writeQuery({ name: "a\\.b.example", type: "A" }, { id: 1, recursive: false, edns: false }),
    );
    expect(packet.subarray(12).toString("latin1")).toBe("\u0003a.b\u0007example\u0000\u0000\u0001\u0000\u0001");
  });
});

describe("readReply", () => {
  it.each<[string, dnsPacket.Answer, object]>([
    ["A", { type: "A", name: "example.com", data: "192.0.2.1" }, { value: "192.0.2.1" }],
    ["AAAA", { type: "AAAA", name: "example.com", data: "2001:DB8:0::1" }, { value: "2001:db8::1" }],
    ["CNAME", { type: "CNAME", name: "example.com", data: "WWW.Example.net" }, { value: "www.example.net" }],
    ["NS", { type: "NS", name: "example.com", data: "ns1.example.net" }, { value: "ns1.example.net" }],
    ["a target of one label", { type: "NS", name: "example.com", data: "localhost" }, { value: "localhost." }],
    [
      "MX",
      { type: "MX", name: "example.com", data: { preference: 10, exchange: "mail.example.net" } },
      { value: "mail.example.net", priority: 10 },
    ],
    [
      "a null MX",
      { type: "MX", name: "example.com", data: { preference: 0, exchange: "." } },
      { value: ".", priority: 0 },
    ],
    [
      "SRV",
      { type: "SRV", name: "example.com", data: { priority: 5, weight: 10, port: 5060, target: "sip.example.net" } },
      { value: "10 5060 sip.example.net", priority: 5 },
    ],
    [
      "CAA",
      { type: "CAA", name: "example.com", data: { flags: 128, tag: "issue", value: 'a"b;c' } },
      { value: '128 issue "a\\"b;c"' },
    ],
    [
      "TXT in several strings",
      { type: "TXT", name: "example.com", data: ["v=spf1 ", "-all"] },
      { value: "v=spf1 -all" },
    ],
    [
      "TXT with a character cut in two",
      { type: "TXT", name: "example.com", data: [Buffer.of(0xc3), Buffer.of(0xa9)] },
      { value: "é" },
    ],
    [
      "SOA",
      {
        type: "SOA",
        name: "example.com",
        data: {
          mname: "ns1.vps.org",
          rname: "hostmaster.vps.org",
          serial: 4294967295,
          refresh: 1,
          retry: 2,
          expire: 3,
          minimum: 300,
        },
      },
      { value: "ns1.vps.org hostmaster.vps.org 4294967295 1 2 3 300" },
    ],
  ])("reads %s into the canonical value", (_, answer, rdata) => {
    expect(read(reply([answer])).answers).toEqual([{ name: "example.com", type: answer.type, ttl: 0, rdata }]);
  });

  it("passes over the data of types that it does not read, and over other classes", () => {
    const { answers } = read(
      reply([
        { type: "HINFO", name: "example.com", ttl: 1, data: { cpu: "a", os: "b" } },
        { type: "TXT", name: "example.com", ttl: 1, class: "CH", data: "chaos" },
        { type: "TXT", name: "example.com", ttl: 2, data: "text" },
      ]),
    );
    expect(answers).toEqual([
      { name: "example.com", type: "TYPE13", ttl: 1, rdata: undefined },
      { name: "example.com", type: "TXT", ttl: 2, rdata: { value: "text" } },
    ]);
  });

  it("takes a TTL with its first bit set for zero (RFC 2181 §8)", () => {
    const packet = reply([{ type: "TXT", name: "example.com", ttl: 0x7fffffff, data: "x" }]);
    const at = packet.length - 2 - 2 - 4;
    packet.writeUInt32BE(0x80000001, at);
    expect(read(packet).answers[0]?.ttl).toBe(0);
  });

  it("tells a dot inside a label from one between labels", () => {
    // The owner of the one record: a label of three octets, `a.b`, then a pointer to the question's name.
    const packet = raw(
      { answers: 1 },
      "\u0003a.b\u00c0\u000c\u0000\u0010\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0002\u0001x",
    );
    expect(read(packet).answers[0]?.name).toBe("a\\.b.example.com");
  });

  it.each([
    ["a pointer to itself", "\u00c0\u001d"],
    ["a pointer forwards", "\u00c0\u001f"],
    ["a pointer into the header", "\u00c0\u0000"],
    ["a label that leaves the packet", "\u003fabc"],
    ["a label type that was never used (RFC 1035 §4.1.4)", "\u0080abc"],
  ])("refuses %s", (_, owner) => {
    const packet = raw({ answers: 1 }, `${owner}\u0000\u0010\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0002\u0001x`);
    expect(readReply(packet, asked)).toEqual({ kind: "malformed" });
  });

  it("refuses a chain of pointers that makes a name of more than 255 octets", () => {
    const label = `\u003f${"a".repeat(63)}`;
    const body = `${label.repeat(4)}\u0000\u0000\u0010\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000`;
    expect(readReply(raw({ answers: 1 }, body), asked)).toEqual({ kind: "malformed" });
  });

  it("refuses a count of records that the packet cannot hold", () => {
    expect(readReply(raw({ answers: 0xffff }, ""), asked)).toEqual({ kind: "malformed" });
  });

  it("reads the upper bits of the RCODE from the OPT (RFC 6891 §6.1.3)", () => {
    const opt = "\u0000\u0000\u0029\u0004\u00d0\u0001\u0000\u0000\u0000\u0000\u0000";
    expect(read(raw({ additionals: 1 }, opt)).rcode).toBe("16");
  });

  it("takes an error without a question, and nothing else without one", () => {
    expect(readReply(header({ flags: 0x8001 }), asked)).toMatchObject({ message: { rcode: "FORMERR", answers: [] } });
    expect(readReply(header({ flags: 0x8000 }), asked)).toEqual({ kind: "malformed" });
  });

  const whole = answerTo(
    { id: asked.id, ...question },
    {
      answers: [
        { type: "CNAME", name: "example.com", ttl: 1, data: "www.example.com" },
        { type: "MX", name: "www.example.com", ttl: 1, data: { preference: 1, exchange: "mail.example.com" } },
        {
          type: "SRV",
          name: "example.com",
          ttl: 1,
          data: { priority: 1, weight: 1, port: 1, target: "a.example.com" },
        },
        { type: "CAA", name: "example.com", ttl: 1, data: { flags: 0, tag: "issue", value: "ca.example" } },
        { type: "TXT", name: "example.com", ttl: 1, data: ["one", "two"] },
        { type: "AAAA", name: "example.com", ttl: 1, data: "2001:db8::1" },
      ],
      authorities: [{ type: "NS", name: "example.com", ttl: 1, data: "ns1.example.com" }],
    },
  );

  it("survives whatever octets come, and answers with a message or with what is wrong", () => {
    const edit = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.nat({ max: whole.length }), (edits, length) => {
        const packet = Buffer.from(whole.subarray(0, length));
        for (const [at, octet] of edits) if (at < length) packet[at] = octet;
        expect(["stray", "malformed", "truncated", "message"]).toContain(readReply(packet, asked).kind);
      }),
      { numRuns: 5000 },
    );
  });

  it("survives noise behind a right header and question", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 20 }), (noise, answers) => {
        const packet = raw({ answers }, Buffer.from(noise).toString("latin1"));
        expect(["malformed", "message"]).toContain(readReply(packet, asked).kind);
      }),
      { numRuns: 3000 },
    );
  });
});

const QUESTION = "\u0007example\u0003com\u0000\u0000\u0010\u0000\u0001";

interface Counts {
  readonly answers?: number;
  readonly additionals?: number;
}

/** A reply whose sections are given as octets, behind the header and the question, which ends at octet 29. */
function raw({ answers = 0, additionals = 0 }: Counts, sections: string): Buffer {
  return Buffer.concat([
    header({ flags: 0x8400, questions: 1, answers, additionals }),
    Buffer.from(QUESTION + sections, "latin1"),
  ]);
}

function header({
  flags,
  questions = 0,
  answers = 0,
  additionals = 0,
}: Counts & { flags: number; questions?: number }): Buffer {
  const octets = Buffer.alloc(12);
  for (const [at, number] of [asked.id, flags, questions, answers, 0, additionals].entries())
    octets.writeUInt16BE(number, at * 2);
  return octets;
}
