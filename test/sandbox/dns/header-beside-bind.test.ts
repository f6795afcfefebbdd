// The header, EDNS and truncation beside BIND 9.18: odd and broken packets, each answered alike or with the reason why not.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { decode } from "dns-packet";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { startNameServer } from "../../../src/sandbox/dns/start-name-server.ts";
import { decodeResponse, exchange } from "../../support/dns-query.ts";
import { hasNamed, type Named, startNamed } from "../../support/named.ts";
import { nameOctets, rawQuery, words } from "./raw-query.ts";
import { zoneText } from "./zone-text.ts";

const ORIGIN = "big.test";
const NAME = "a5.big.test";
const records: readonly DnsRecord[] = [
  ...[5, 26, 27, 28, 29, 30, 72, 73, 74, 75, 76, 100].flatMap((count) => addresses(`a${count}`, count)),
  ...[1, 5, 7, 8, 13, 20, 30].flatMap((count) => delegation(`cut${count}`, count)),
  ...Array.from({ length: 60 }, (_, index) => mailHost(index)).flat(),
  ...Array.from({ length: 60 }, (_, index) => text(`${index}${"x".repeat(998)}`)),
];

const question = (type: number) => rawQuery({ name: NAME, type }).subarray(12);
const message = (counts: readonly number[], ...parts: readonly Buffer[]) =>
  Buffer.concat([words(1, 0, ...counts), ...parts]);
const withFlags = (high: number, low: number) => {
  const packet = rawQuery({ name: NAME, type: 1 });
  packet[2] = high;
  packet[3] = low;
  return packet;
};
const opt = (...fields: readonly number[]) => Buffer.concat([Buffer.of(0), words(41, ...fields)]);
const optAfter = (...fields: readonly number[]) => message([1, 0, 0, 1], question(1), opt(...fields));
const named = (...octets: readonly number[]) => message([1, 0, 0, 0], Buffer.from(octets), words(1, 1));

const ALIKE: Readonly<Record<string, Buffer>> = {
  "no question": message([0, 0, 0, 0]),
  "two questions": message([2, 0, 0, 0], question(1), rawQuery({ name: ORIGIN, type: 1 }).subarray(12)),
  "a question that ends early": rawQuery({ name: NAME, type: 1 }).subarray(0, -1),
  "a header that counts a question which is not there": message([1, 0, 0, 0]),
  "octets after the message": Buffer.concat([rawQuery({ name: NAME, type: 1 }), Buffer.from("more")]),
  "opcode IQUERY": rawQuery({ name: NAME, type: 1, opcode: 1 }),
  "opcode STATUS": rawQuery({ name: NAME, type: 1, opcode: 2 }),
  "opcode 15 without a question": withFlags(0x78, 0).subarray(0, 12).fill(0, 4),
  "the flags AA, TC, RA, Z, AD and an rcode in a query": withFlags(0x06, 0xe5),
  "the flags RD and CD": withFlags(0x01, 0x10),
  "the flags RD and CD with opcode STATUS": withFlags(0x11, 0x10),
  "a header that counts more questions than there are": message([0xb000, 0, 0, 0], question(1)),
  "a sound question before a broken record": message([1, 0, 0, 1], question(1), Buffer.of(0, 0)),
  "EDNS version 1": rawQuery({ name: NAME, type: 1, edns: 1232, ednsVersion: 1 }),
  "EDNS version 1 and opcode STATUS": rawQuery({ name: NAME, type: 1, edns: 1232, ednsVersion: 1, opcode: 2 }),
  "the EDNS flag DO": optAfter(1232, 0, 0x8000, 0),
  "unknown EDNS flags": optAfter(1232, 0, 0x4001, 0),
  "an unknown EDNS option": optAfter(1232, 0, 0, 6, 65_001, 2, 7),
  "an EDNS option cut off": message([1, 0, 0, 1], question(1), opt(1232, 0, 0, 3), Buffer.of(0, 3, 0)),
  "an OPT longer than the packet": optAfter(1232, 0, 0, 40),
  "two OPTs": message([1, 0, 0, 2], question(1), opt(1232, 0, 0, 0), opt(1232, 0, 0, 0)),
  "an OPT with a name": message([1, 0, 0, 1], question(1), Buffer.of(0xc0, 12), words(41, 1232, 0, 0, 0)),
  "an OPT in the answer section": message([1, 1, 0, 0], question(1), opt(1232, 0, 0, 0)),
  "a record in the answer section": message([1, 1, 0, 0], question(1), Buffer.of(0xc0, 12), words(1, 1, 0, 9, 4, 1, 2)),
  "a pointer to itself": named(0xc0, 12),
  "a label of 64 octets": named(64, ...Buffer.alloc(64, 97), 0),
  "a label of the reserved kind 0x80": named(0x80, 97, 0),
  "a name of 256 octets": named(...Array.from({ length: 4 }, () => [63, ...Buffer.alloc(63, 97)]).flat(), 0),
  "a name of 255 octets": named(...[63, 63, 63, 61].flatMap((length) => [length, ...Buffer.alloc(length, 97)]), 0),
  ...Object.fromEntries(
    [0, 3, 4, 5, 254, 255].map((number) => [`class ${number}`, rawQuery({ name: NAME, type: 1, class: number })]),
  ),
  ...Object.fromEntries(
    [0, 41, 128, 248, 249, 250, 253, 254, 255, 256, 65_535].map((type) => [
      `type ${type}`,
      rawQuery({ name: NAME, type }),
    ]),
  ),
  "AXFR of a zone, by UDP": rawQuery({ name: ORIGIN, type: 252 }),
  "IXFR of a zone, by UDP": rawQuery({ name: ORIGIN, type: 251 }),
};

/** The page on which every difference stands with its reason. */
const PAGE = readFileSync("docs/decisions/answerer.md", "utf8");

/** What is answered otherwise, by its name on the page. */
const OTHERWISE: Readonly<Record<string, { packet: Buffer; bind: string; ours: string }>> = {
  "a NOTIFY": {
    packet: rawQuery({ name: ORIGIN, type: 6, opcode: 4 }),
    bind: "NOERROR",
    ours: "NOTIMP",
  },
  "an UPDATE": {
    packet: rawQuery({ name: ORIGIN, type: 6, opcode: 5 }),
    bind: "REFUSED",
    ours: "NOTIMP",
  },
  "AXFR of what is no zone": {
    packet: rawQuery({ name: NAME, type: 252 }),
    bind: "NOTAUTH",
    ours: "REFUSED",
  },
  "a name that points into the header": {
    packet: named(0xc0, 4),
    bind: "REFUSED",
    ours: "FORMERR",
  },
  "a stray record of another class in a query": {
    packet: message([1, 0, 0, 1], question(1), Buffer.of(0), words(1, 3, 0, 0, 0)),
    bind: "FORMERR",
    ours: "NOERROR",
  },
  "a signature by a key that nobody has": {
    packet: message([1, 0, 0, 1], question(1), nameOctets("key.test"), words(250, 255, 0, 0, 0)),
    bind: "FORMERR",
    ours: "NOERROR",
  },
};

describe.runIf(hasNamed)("headers, EDNS and truncation beside BIND (needs named)", () => {
  let bind: Named;
  let ours: string;

  beforeAll(async () => {
    bind = await startNamed([{ origin: ORIGIN, text: zoneText({ origin: ORIGIN, records }, 7) }]);
    const zones = new ServedZones();
    zones.addZone(ORIGIN, { serial: 7, records });
    const server = await startNameServer({ zones });
    ours = `127.0.0.1:${server.port}`;
    return async () => {
      await Promise.all([bind.close(), server.close()]);
    };
  });

  it.each(Object.keys(ALIKE))("answers alike: %s", async (title) => {
    const packet = ALIKE[title] ?? Buffer.alloc(0);
    expect(await headerOf(ours, packet)).toEqual(await headerOf(bind.server, packet));
  });

  it.each(Object.entries(OTHERWISE))("differs on purpose: %s", async (title, { packet, bind: theirs, ours: own }) => {
    expect((await headerOf(bind.server, packet)).rcode).toBe(theirs);
    expect((await headerOf(ours, packet)).rcode).toBe(own);
    expect(PAGE).toContain(`| ${title} | ${theirs} | ${own === "NOERROR" ? "answered" : own} |`);
  });

  it.each([
    ["11 octets", Buffer.alloc(11)],
    ["an answer", withFlags(0x80, 0)],
  ])("keeps silent, as BIND does: %s", async (_, packet) => {
    const next = rawQuery({ id: 2, name: NAME, type: 1 });
    for (const server of [bind.server, ours])
      expect((await firstReply(server, [packet, next])).readUInt16BE(0)).toBe(2);
  });

  const sizes = [undefined, 100, 512, 1232, 4096];
  const names = [...new Set(records.map(({ name }) => name))].filter((name) => /^(?:a|cut|m|t)\d*\./.test(name));
  const cases = names.flatMap((name) => sizes.map((edns) => ({ name, edns })));

  it.each(cases)("truncates alike: $name, EDNS $edns", async ({ name, edns }) => {
    const type = records.find((record) => record.name === name)?.type;
    const number = type === "MX" ? 15 : type === "TXT" ? 16 : 1;
    const packet = rawQuery({ name: type === "NS" ? `www.${name}` : name, type: number, edns });
    const [theirs, own] = await Promise.all([
      exchange({ server: bind.server }, packet),
      exchange({ server: ours }, packet),
    ]);
    const [expected, actual] = [decodeResponse(theirs), decodeResponse(own)];
    // RFC 9471 §3.1 has TC where a server's own address does not fit; BIND 9.18 then sends as much glue, without TC.
    const glue = type === "NS" ? 2 * records.filter((record) => record.name === name).length : 0;
    const lacksGlue = !expected.tc && expected.additionals.length < glue;
    expect(actual).toMatchObject({ rcode: expected.rcode, tc: expected.tc || lacksGlue });
    if (!expected.tc) expect(own.length).toBe(theirs.length);
  });

  it.each(["t.big.test", "a100.big.test"])("sends whole over TCP what UDP cannot carry: %s", async (name) => {
    const packet = rawQuery({ name, type: name.startsWith("t") ? 16 : 1 });
    const [theirs, own] = await Promise.all(
      [bind.server, ours].map((server) => exchange({ server, tcp: true }, packet)),
    );
    expect(own?.length).toBe(theirs?.length);
    expect(own?.readUInt16BE(6)).toBe(name.startsWith("t") ? 60 : 100);
  });
});

const decodedShape = z.object({
  rcode: z.string(),
  additionals: z.array(z.record(z.string(), z.unknown())),
});

/** All of the header, and the OPT without its options: cookies and extended errors are BIND's own. */
async function headerOf(server: string, packet: Buffer) {
  const reply = await exchange({ server }, packet);
  const flags = reply.readUInt16BE(2);
  const { rcode, additionals } = decodedShape.parse(decode(reply));
  const opts = additionals.filter(({ type }) => type === "OPT");
  return {
    rcode: (flags & 0xf) === 9 ? "NOTAUTH" : rcode,
    flags: flags.toString(16),
    counts: [4, 6, 8].map((at) => reply.readUInt16BE(at)),
    opt: opts.map(({ udpPayloadSize, extendedRcode, ednsVersion, flags: bits }) => [
      udpPayloadSize,
      extendedRcode,
      ednsVersion,
      bits,
    ]),
  };
}

/** What comes back first when several packets are sent in a row. */
async function firstReply(server: string, packets: readonly Buffer[]): Promise<Buffer> {
  const [host = "", port = ""] = server.split(":");
  const socket = createSocket("udp4");
  try {
    for (const packet of packets) socket.send(packet, Number(port), host);
    const [reply] = z.tuple([z.instanceof(Buffer), z.unknown()]).parse(await once(socket, "message"));
    return reply;
  } finally {
    socket.close();
  }
}

function addresses(label: string, count: number): readonly DnsRecord[] {
  return Array.from({ length: count }, (_, index) => address(label, index));
}

function address(label: string, index: number): DnsRecord {
  return { name: `${label}.${ORIGIN}`, type: "A", ttl: 60, value: `192.0.2.${index + 1}` };
}

function delegation(label: string, count: number): readonly DnsRecord[] {
  return Array.from({ length: count }, (_, index): readonly DnsRecord[] => [
    { name: `${label}.${ORIGIN}`, type: "NS", ttl: 60, value: `s${index}.${label}.${ORIGIN}` },
    address(`s${index}.${label}`, index),
    { name: `s${index}.${label}.${ORIGIN}`, type: "AAAA", ttl: 60, value: `2001:db8::${index + 1}` },
  ]).flat();
}

function mailHost(index: number): readonly DnsRecord[] {
  return [
    { name: `m.${ORIGIN}`, type: "MX", ttl: 60, value: `h${index}.${ORIGIN}`, priority: index },
    address(`h${index}`, index),
  ];
}

function text(value: string): DnsRecord {
  return { name: `t.${ORIGIN}`, type: "TXT", ttl: 60, value };
}
