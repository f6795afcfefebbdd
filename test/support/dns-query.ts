// One DNS query over a real socket, for every test that asks a name server. Bytes by dns-packet, not by our own code.
import { createSocket } from "node:dgram";
import { connect } from "node:net";
import * as dnsPacket from "dns-packet";
import * as z from "zod/mini";

export interface DnsQuery {
  /** `127.0.0.1:PORT` */
  readonly server: string;
  readonly name: string;
  readonly type: string;
  readonly tcp?: boolean;
  /** The payload size to announce in an OPT; no OPT when left out. */
  readonly edns?: number;
  /** RD; off when left out. */
  readonly rd?: boolean;
}

/** A record as `DnsRecord` writes it: MX and SRV with priority apart, a TXT as its text; an SOA is its seven fields. */
export interface DnsAnswerRecord {
  /** Without the final dot; the letter case is the server's. */
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  readonly value: string;
  readonly priority?: number;
}

export interface DnsResponse {
  readonly rcode: string;
  readonly aa: boolean;
  readonly tc: boolean;
  /** The name asked for, as the answer repeats it. */
  readonly question: string | undefined;
  readonly answers: readonly DnsAnswerRecord[];
  readonly authorities: readonly DnsAnswerRecord[];
  /** Without the OPT. */
  readonly additionals: readonly DnsAnswerRecord[];
}

/** How long one answer may take before the test is told that none came. */
const ANSWER_WITHIN_MS = 5000;

/** Asks once; rejects when no answer to this very question comes. */
export async function queryDns(query: DnsQuery): Promise<DnsResponse> {
  const id = Math.floor(Math.random() * 0x10000);
  const packet = dnsPacket.encode({
    type: "query",
    id,
    flags: query.rd === true ? dnsPacket.RECURSION_DESIRED : 0,
    questions: [{ type: recordType.parse(query.type), name: query.name, class: "IN" }],
    additionals: query.edns === undefined ? [] : [optRecord(query.edns)],
  });
  const reply = await exchange(query, packet);
  if (reply.length < 12 || reply.readUInt16BE(0) !== id) throw new Error("The name server answered another query.");
  return decodeResponse(reply);
}

/** Sends bytes as they are and gives the bytes of the answer; rejects when none comes. */
export function exchange(query: Pick<DnsQuery, "server" | "tcp">, packet: Uint8Array): Promise<Buffer> {
  return query.tcp === true ? exchangeTcp(query.server, packet) : exchangeUdp(query.server, packet);
}

/** Reads an answer's bytes. */
export function decodeResponse(reply: Buffer): DnsResponse {
  const decoded = responseShape.parse(dnsPacket.decode(reply));
  return {
    rcode: decoded.rcode,
    aa: decoded.flag_aa,
    tc: decoded.flag_tc,
    question: decoded.questions[0]?.name,
    answers: decoded.answers.map(toRecord),
    authorities: decoded.authorities.map(toRecord),
    additionals: decoded.additionals.filter(({ type }) => type !== "OPT").map(toRecord),
  };
}

// dns-packet's own type for a type leaves some out that it encodes well.
const recordType = z.custom<dnsPacket.RecordType>((value) => typeof value === "string");

const octets = z.instanceof(Uint8Array);
const recordShape = z.object({
  name: z.string(),
  type: z.string(),
  ttl: z._default(z.number(), 0),
  data: z.optional(z.unknown()),
});
const responseShape = z.object({
  rcode: z.string(),
  flag_aa: z.boolean(),
  flag_tc: z.boolean(),
  questions: z.array(z.object({ name: z.string() })),
  answers: z.array(recordShape),
  authorities: z.array(recordShape),
  additionals: z.array(recordShape),
});

const readers: Readonly<Record<string, (data: unknown) => Pick<DnsAnswerRecord, "value" | "priority">>> = {
  MX(data) {
    const { preference, exchange: host } = z.object({ preference: z.number(), exchange: z.string() }).parse(data);
    return { value: host, priority: preference };
  },
  TXT(data) {
    return { value: Buffer.concat(z.array(octets).parse(data)).toString("utf8") };
  },
  SRV(data) {
    const shape = z.object({ priority: z.number(), weight: z.number(), port: z.number(), target: z.string() });
    const { priority, weight, port, target } = shape.parse(data);
    return { value: `${weight} ${port} ${target}`, priority };
  },
  CAA(data) {
    const { flags, tag, value } = z.object({ flags: z.number(), tag: z.string(), value: z.string() }).parse(data);
    return { value: `${flags} ${tag} "${value}"` };
  },
  SOA(data) {
    const numbers = { serial: z.number(), refresh: z.number(), retry: z.number(), expire: z.number() };
    const shape = z.object({ mname: z.string(), rname: z.string(), ...numbers, minimum: z.number() });
    const { mname, rname, serial, refresh, retry, expire, minimum } = shape.parse(data);
    return { value: [mname, rname, serial, refresh, retry, expire, minimum].join(" ") };
  },
};

function toRecord({ name, type, ttl, data }: z.output<typeof recordShape>): DnsAnswerRecord {
  const read = readers[type] ?? ((other: unknown) => ({ value: z.string().parse(other) }));
  return { name, type, ttl, ...read(data) };
}

function optRecord(udpPayloadSize: number): dnsPacket.OptAnswer {
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };
}

function exchangeUdp(server: string, packet: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { host, port } = parseServer(server);
    const socket = createSocket("udp4");
    const timer = setTimeout(
      () => finish(() => reject(new Error(`No answer over UDP from ${server}.`))),
      ANSWER_WITHIN_MS,
    );
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.close();
      settle();
    };
    socket.on("error", (error) => finish(() => reject(error)));
    socket.on("message", (reply) => finish(() => resolve(reply)));
    socket.send(packet, port, host);
  });
}

function exchangeTcp(server: string, packet: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(parseServer(server));
    let received = Buffer.alloc(0);
    const finish = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    const fail = (message: string) => finish(() => reject(new Error(message)));
    socket.setTimeout(ANSWER_WITHIN_MS, () => fail(`No answer over TCP from ${server}.`));
    socket.on("error", (error) => finish(() => reject(error)));
    socket.on("end", () => fail(`${server} hung up before its answer was whole.`));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const length = received.length < 2 ? undefined : received.readUInt16BE(0);
      if (length !== undefined && received.length >= length + 2)
        finish(() => resolve(received.subarray(2, length + 2)));
    });
    socket.write(Buffer.concat([Uint8Array.of(packet.length >> 8, packet.length & 0xff), packet]));
  });
}

function parseServer(server: string): { readonly host: string; readonly port: number } {
  const at = server.lastIndexOf(":");
  return { host: server.slice(0, at), port: Number(server.slice(at + 1)) };
}
