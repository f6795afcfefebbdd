// A name server that does as a test tells it, well or badly, over UDP and TCP. Bytes by dns-packet, not by our own code.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import * as dnsPacket from "dns-packet";

export interface SeenQuery {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly recursionDesired: boolean;
  readonly edns: boolean;
  readonly transport: "udp" | "tcp";
}

/** What to send for a query: nothing, packets (over UDP each by itself), or whatever is done with the TCP connection. */
export type Behaviour = (query: SeenQuery) => Reply;
export type Reply = undefined | Uint8Array | readonly Uint8Array[] | ((connection: Socket) => void);

export interface ScriptedServer extends AsyncDisposable {
  readonly port: number;
  /** `ADDRESS:PORT` */
  readonly server: string;
  readonly seen: readonly SeenQuery[];
}

export interface Listening {
  /** 127.0.0.1 when left out. */
  readonly address?: string;
  /** A free one when left out. */
  readonly port?: number;
  /** On when left out; without it the port is closed to TCP. */
  readonly tcp?: boolean;
}

/** Between finding a port free over UDP and taking it over TCP, somebody else may have it. */
const PORT_ATTEMPTS = 20;

export async function startScriptedServer(behaviour: Behaviour, listening: Listening = {}): Promise<ScriptedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await listen(behaviour, listening);
    } catch (error) {
      if (listening.port !== undefined || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function listen(
  behaviour: Behaviour,
  { address = "127.0.0.1", port = 0, tcp = true }: Listening,
): Promise<ScriptedServer> {
  const seen: SeenQuery[] = [];
  const answer = (packet: Buffer, transport: "udp" | "tcp"): Reply => {
    const query = readQuery(packet, transport);
    seen.push(query);
    return behaviour(query);
  };
  const udp = createSocket("udp4");
  udp.on("message", (packet, peer) => {
    const reply = answer(packet, "udp");
    if (typeof reply === "function") return;
    for (const octets of packetsOf(reply)) udp.send(octets, peer.port, peer.address);
  });
  udp.bind({ address, port });
  await once(udp, "listening");
  const taken = udp.address().port;
  const connections = new Set<Socket>();
  const server = createServer((socket) => serve(socket, connections, answer));
  try {
    if (tcp) await once(server.listen({ host: address, port: taken }), "listening");
  } catch (error) {
    udp.close();
    throw error;
  }
  return {
    port: taken,
    server: `${address}:${taken}`,
    seen,
    async [Symbol.asyncDispose]() {
      udp.close();
      for (const socket of connections) socket.destroy();
      if (tcp) await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, connections: Set<Socket>, answer: (packet: Buffer, transport: "tcp") => Reply): void {
  connections.add(socket);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    // The asker writes length and message in one piece.
    const reply = answer(chunk.subarray(2), "tcp");
    if (typeof reply === "function") reply(socket);
    else for (const octets of packetsOf(reply)) socket.write(framed(octets));
  });
}

function packetsOf(reply: undefined | Uint8Array | readonly Uint8Array[]): readonly Uint8Array[] {
  if (reply === undefined) return [];
  return reply instanceof Uint8Array ? [reply] : reply;
}

/** The message with its length in front, as TCP has it. */
export function framed(message: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(message.length >> 8, message.length & 0xff), message]);
}

function readQuery(packet: Buffer, transport: "udp" | "tcp"): SeenQuery {
  const { id = 0, questions = [], flag_rd: recursionDesired, additionals = [] } = dnsPacket.decode(packet);
  const [question] = questions;
  return {
    id,
    name: question?.name ?? "",
    type: question?.type ?? "",
    recursionDesired,
    edns: additionals.some(({ type }) => type === "OPT"),
    transport,
  };
}

export interface Message {
  readonly rcode?: number;
  /** On when left out. */
  readonly aa?: boolean;
  readonly tc?: boolean;
  readonly answers?: dnsPacket.Answer[];
  readonly authorities?: dnsPacket.Answer[];
  readonly additionals?: dnsPacket.Answer[];
}

export const NXDOMAIN = 3;
export const SERVFAIL = 2;
export const REFUSED = 5;
export const FORMERR = 1;

/** A whole answer to a query; `question` puts another one in it. */
export function answerTo(
  query: Pick<SeenQuery, "id" | "name" | "type">,
  { rcode = 0, aa = true, tc = false, ...sections }: Message = {},
): Buffer {
  const flags = rcode | (aa ? dnsPacket.AUTHORITATIVE_ANSWER : 0) | (tc ? dnsPacket.TRUNCATED_RESPONSE : 0);
  const questions = [{ name: query.name, type: recordType(query.type), class: "IN" as const }];
  return dnsPacket.encode({ type: "response", id: query.id, flags, questions, ...sections });
}

const TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA", "SOA"] as const;

function recordType(text: string): (typeof TYPES)[number] {
  const found = TYPES.find((type) => type === text);
  if (found === undefined) throw new Error(`no type ${text}`);
  return found;
}
