import {
  labelOctetsOf,
  nameOfLabelOctets
} from "./chunk-GQZK756M.mjs";
import {
  isRecordType,
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  formatIpv6
} from "./chunk-2C77CGXU.mjs";
import {
  escapeQuoted,
  targetForm
} from "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/platform/wire/exchange.ts
import { randomInt } from "node:crypto";
import { setMaxListeners } from "node:events";

// src/core/wire/wire.ts
var WIRE_TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA", "SOA"];

// src/core/wire/type-codes.ts
var SOA_CODE = 6;
var byCode = new Map(WIRE_TYPES.map((type) => [typeCode(type), type]));
function typeCode(type) {
  return isRecordType(type) ? recordTypes[type].code : SOA_CODE;
}
function typeOfCode(code) {
  return byCode.get(code) ?? `TYPE${code}`;
}
var RCODES = [
  "NOERROR",
  "FORMERR",
  "SERVFAIL",
  "NXDOMAIN",
  "NOTIMP",
  "REFUSED",
  "YXDOMAIN",
  "YXRRSET",
  "NXRRSET",
  "NOTAUTH",
  "NOTZONE"
];
function rcodeName(code) {
  return RCODES[code] ?? String(code);
}

// src/core/wire/message-writer.ts
var UDP_PAYLOAD_OCTETS = 1232;
var FLAG_RECURSION_DESIRED = 256;
var CLASS_IN = 1;
var TYPE_OPT = 41;
function writeQuery(question, { id, recursive, edns }) {
  const flags = recursive ? FLAG_RECURSION_DESIRED : 0;
  return Buffer.concat([
    uint16s(id, flags, 1, 0, 0, edns ? 1 : 0),
    nameOctets(question.name),
    uint16s(typeCode(question.type), CLASS_IN),
    // The root's name, then type and payload size; version, flags and options are zero.
    edns ? Buffer.concat([Uint8Array.of(0), uint16s(TYPE_OPT, UDP_PAYLOAD_OCTETS, 0, 0, 0)]) : Uint8Array.of()
  ]);
}
function nameOctets(name) {
  return Buffer.concat([
    ...labelOctetsOf(name).flatMap((octets) => [Uint8Array.of(octets.length), octets]),
    Uint8Array.of(0)
  ]);
}
function uint16s(...numbers) {
  return Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 255]));
}

// src/platform/wire/transport.ts
function failed(failure, detail) {
  return { kind: "failure", failure, detail };
}
var NO_ROUTE = /* @__PURE__ */ new Set(["ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT", "ENETDOWN", "EHOSTDOWN"]);
function failureOf(error) {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
  if (code === "ECONNREFUSED") return failed("refused", "No name server listens there.");
  if (NO_ROUTE.has(code)) return failed("no_route", "No route from this machine leads to the address.");
  return failed("failed", `The system could not ask (${code}).`);
}
function settledOnce({ withinMs, signal }, start) {
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const end = (settle) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      queueMicrotask(() => open.close());
      settle();
    };
    const abort = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => resolve(open.late())), withinMs);
    signal.addEventListener("abort", abort);
    const open = start((reply) => end(() => resolve(reply)));
  });
}

// src/platform/wire/tcp.ts
import { connect } from "node:net";

// src/core/wire/cursor.ts
var HEADER_OCTETS = 12;
var LABEL_MAX_OCTETS = 63;
var NAME_MAX_OCTETS = 255;
var Malformed = class extends Error {
};
function uint8(cursor) {
  const octet = cursor.octets[cursor.at++];
  if (octet === void 0) throw new Malformed();
  return octet;
}
function uint16(cursor) {
  return uint8(cursor) * 256 + uint8(cursor);
}
function uint32(cursor) {
  return uint16(cursor) * 65536 + uint16(cursor);
}
function take(cursor, length) {
  const end = cursor.at + length;
  if (length < 0 || end > cursor.octets.length) throw new Malformed();
  const taken = cursor.octets.subarray(cursor.at, end);
  cursor.at = end;
  return taken;
}
function readName(cursor) {
  const labels = [];
  const reading = { octets: cursor.octets, at: cursor.at };
  let octets = 1;
  let behind;
  let runStart = cursor.at;
  for (; ; ) {
    const length = uint8(reading);
    if (length === 0) break;
    if (length >= 192) {
      const pointer = (length & 63) << 8 | uint8(reading);
      behind ??= reading.at;
      if (pointer < HEADER_OCTETS || pointer >= runStart) throw new Malformed();
      runStart = pointer;
      reading.at = pointer;
      continue;
    }
    octets += length + 1;
    if (length > LABEL_MAX_OCTETS || octets > NAME_MAX_OCTETS) throw new Malformed();
    labels.push(take(reading, length));
  }
  cursor.at = behind ?? reading.at;
  return labels;
}

// src/core/wire/rdata-reader.ts
var lenientUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });
var IPV4_OCTETS = 4;
function readRdata(type, cursor, end) {
  const read = isRead(type) ? readers[type] : void 0;
  if (read === void 0) return void 0;
  const rdata = read(cursor, end);
  if (cursor.at !== end) throw new Malformed();
  return rdata;
}
function isRead(type) {
  return Object.hasOwn(readers, type);
}
var readers = {
  A: (cursor) => ({ value: take(cursor, IPV4_OCTETS).join(".") }),
  AAAA: (cursor) => ({ value: formatIpv6(Array.from({ length: 8 }, () => uint16(cursor))) }),
  CNAME: target,
  NS: target,
  MX(cursor) {
    const priority = uint16(cursor);
    return { ...target(cursor), priority };
  },
  SRV(cursor) {
    const [priority, weight, port] = [uint16(cursor), uint16(cursor), uint16(cursor)];
    return { value: `${weight} ${port} ${target(cursor).value}`, priority };
  },
  TXT: (cursor, end) => ({ value: textOf(characterStrings(cursor, end)) }),
  CAA(cursor, end) {
    const flags = uint8(cursor);
    const tag = textOf(take(cursor, uint8(cursor))).toLowerCase();
    return { value: `${flags} ${tag} "${escapeQuoted(take(cursor, end - cursor.at))}"` };
  },
  SOA(cursor) {
    const names = [target(cursor).value, target(cursor).value];
    return { value: [...names, ...Array.from({ length: 5 }, () => uint32(cursor))].join(" ") };
  }
};
function target(cursor) {
  return { value: targetForm(nameOfLabelOctets(readName(cursor))) };
}
function characterStrings(cursor, end) {
  const strings = [];
  while (cursor.at < end) strings.push(take(cursor, uint8(cursor)));
  return Buffer.concat(strings);
}
function textOf(octets) {
  return lenientUtf8.decode(octets);
}

// src/core/wire/message-reader.ts
var HEADER_OCTETS2 = 12;
var FLAG_RESPONSE = 32768;
var OPCODE_MASK = 30720;
var FLAG_AUTHORITATIVE = 1024;
var FLAG_TRUNCATED = 512;
var CLASS_IN2 = 1;
var TYPE_OPT2 = 41;
var RECORDS_MAX = 6e3;
function readReply(packet, asked) {
  if (packet.length < HEADER_OCTETS2) return { kind: "stray" };
  const octets = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  const flags = octets.readUInt16BE(2);
  if (octets.readUInt16BE(0) !== asked.id || (flags & FLAG_RESPONSE) === 0 || (flags & OPCODE_MASK) !== 0) {
    return { kind: "stray" };
  }
  try {
    return readWhole({ octets, at: HEADER_OCTETS2 }, flags, asked.question);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: "malformed" };
  }
}
function readWhole(cursor, flags, question) {
  const { octets } = cursor;
  const [questions, ...counts] = [4, 6, 8, 10].map((at) => octets.readUInt16BE(at));
  const code = flags & 15;
  if (questions === 0 && code !== 0) return message(rcodeName(code), flags, [[], [], []]);
  if (questions !== 1) return { kind: "malformed" };
  if (!readQuestion(cursor, question)) return { kind: "stray" };
  if ((flags & FLAG_TRUNCATED) !== 0) return { kind: "truncated" };
  if (counts.reduce((sum, count) => sum + count, 0) > RECORDS_MAX) return { kind: "malformed" };
  const extended = { rcode: 0 };
  const sections = counts.map((count) => readSection(cursor, count, extended));
  return message(rcodeName(extended.rcode << 4 | code), flags, sections);
}
function message(rcode, flags, sections) {
  const [answers = [], authorities = [], additionals = []] = sections;
  const aa = (flags & FLAG_AUTHORITATIVE) !== 0;
  return { kind: "message", message: { rcode, aa, answers, authorities, additionals } };
}
function readQuestion(cursor, { name, type }) {
  const labels = readName(cursor);
  const [code, klass] = [uint16(cursor), uint16(cursor)];
  return nameOfLabelOctets(labels) === name && code === typeCode(type) && klass === CLASS_IN2;
}
function readSection(cursor, count, extended) {
  const records = [];
  for (let left = count; left > 0; left--) {
    const name = nameOfLabelOctets(readName(cursor));
    const code = uint16(cursor);
    const klass = uint16(cursor);
    const ttl = uint32(cursor);
    const end = uint16(cursor) + cursor.at;
    if (end > cursor.octets.length) throw new Malformed();
    if (code === TYPE_OPT2) extended.rcode = ttl >>> 24;
    else if (klass === CLASS_IN2) records.push(recordOf({ name, code, ttl }, cursor, end));
    cursor.at = end;
  }
  return records;
}
function recordOf({ name, code, ttl }, cursor, end) {
  const type = typeOfCode(code);
  return { name, type, ttl: ttl > 2147483647 ? 0 : ttl, rdata: readRdata(type, cursor, end) };
}

// src/platform/wire/tcp.ts
var LENGTH_OCTETS = 2;
function askTcp(sent2) {
  const { to, packet, asked } = sent2;
  return settledOnce(sent2, (settle) => {
    const socket = connect({ host: to.address, port: to.port, noDelay: true });
    let received = Buffer.alloc(0);
    socket.on("error", (error) => settle(failureOf(error)));
    socket.on("connect", () => socket.write(framed(packet)));
    socket.on("close", () => settle(failed("failed", "It hung up before the answer was whole.")));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const whole = wholeMessage(received);
      if (whole === void 0) return;
      const read = readReply(whole, asked);
      if (read.kind === "message" || read.kind === "truncated") settle(read);
      else settle(failed("garbled", "What came was no answer to the question."));
    });
    return {
      close: () => socket.destroy(),
      late: () => failed("no_answer", "No whole answer came over TCP in time.")
    };
  });
}
function wholeMessage(received) {
  if (received.length < LENGTH_OCTETS) return void 0;
  const end = LENGTH_OCTETS + received.readUInt16BE(0);
  return received.length < end ? void 0 : received.subarray(LENGTH_OCTETS, end);
}
function framed(message2) {
  return Buffer.concat([Uint8Array.of(message2.length >> 8, message2.length & 255), message2]);
}

// src/platform/wire/udp.ts
import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
function askUdp(sent2) {
  const { to, packet, asked } = sent2;
  return settledOnce(sent2, (settle) => {
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
      late: () => strays === 0 ? failed("no_answer", "No answer came in time.") : failed("garbled", "What came was no answer to the question: another id or another name.")
    };
  });
}

// src/platform/wire/exchange.ts
var TRY_SHARES = [0.2, 0.3, 0.5];
var NO_EDNS = /* @__PURE__ */ new Set(["FORMERR", "NOTIMP"]);
async function exchange(ask) {
  setMaxListeners(0, ask.signal);
  const until = performance.now() + ask.withinMs;
  let reply = failed("no_answer", "No answer came in time.");
  let edns = true;
  for (const share of TRY_SHARES) {
    reply = await askUdp(sent(ask, { edns, withinMs: Math.min(ask.withinMs * share, until - performance.now()) }));
    if (edns && reply.kind === "message" && NO_EDNS.has(reply.message.rcode)) {
      edns = false;
      reply = await askUdp(sent(ask, { edns, withinMs: until - performance.now() }));
    }
    if (reply.kind === "truncated") return overTcp(sent(ask, { edns, withinMs: until - performance.now() }));
    if (reply.kind === "message" || !isWorthAnotherTry(reply)) return reply;
  }
  return reply;
}
async function overTcp(query) {
  const reply = await askTcp(query);
  if (reply.kind === "message") return reply;
  const why = reply.kind === "truncated" ? "The answer over TCP was cut off, too." : reply.detail;
  return failed("truncated", `The answer did not fit into a UDP packet, and TCP did not help: ${why}`);
}
function isWorthAnotherTry({ failure }) {
  return failure === "no_answer" || failure === "garbled";
}
function sent({ to, question, recursive, signal }, { edns, withinMs }) {
  signal.throwIfAborted();
  const id = randomInt(65536);
  const packet = writeQuery(question, { id, recursive, edns });
  return { to, packet, asked: { id, question }, withinMs: Math.max(1, withinMs), signal };
}
export {
  exchange
};
