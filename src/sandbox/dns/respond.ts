// One packet in, one packet out: the header's rules, EDNS and truncation around the answer.
import { type Answer, answer, type Extent } from "./answer.ts";
import { CLASS_IN, classRefusals, META_TYPES, OPCODE_QUERY, type Rcode, TYPE_OPT, typeName } from "./dns-numbers.ts";
import { type Query, type QueryQuestion, readQuery } from "./message-reader.ts";
import { EDNS_PAYLOAD_OCTETS, type Reply, writeReply } from "./reply.ts";
import type { ServedZones } from "./served-zones.ts";

export type Transport = "udp" | "tcp";

/** What a UDP answer may hold when the asker says nothing (RFC 1035 §4.2.1), and the least it can be held to (RFC 6891 §6.2.3). */
const PLAIN_UDP_OCTETS = 512;
const TCP_OCTETS = 0xffff;

/** The answer to a packet; undefined where silence is right. */
export function respond(zones: ServedZones, packet: Uint8Array, transport: Transport): Uint8Array | undefined {
  const query = readQuery(packet);
  if (query.kind === "noise") return undefined;
  return writeReply(replyTo(zones, query, transport));
}

/** The answer when answering itself failed: the asker may try elsewhere. */
export function serverFailure(packet: Uint8Array): Uint8Array | undefined {
  const query = readQuery(packet);
  return query.kind === "noise" ? undefined : writeReply(refusal(query, "SERVFAIL"));
}

type SoundQuery = Extract<Query, { readonly kind: "query" }>;
type AnswerableQuery = Exclude<Query, { readonly kind: "noise" }>;

function replyTo(zones: ServedZones, query: AnswerableQuery, transport: Transport): Reply {
  if (query.kind === "malformed") return refusal(query, "FORMERR");
  // RFC 6891 §6.1.3 puts the version before all else: an unknown one may have changed the rest.
  if (query.edns !== undefined && query.edns.version > 0) return refusal(query, "BADVERS");
  if (query.header.opcode !== OPCODE_QUERY) return refusal(query, "NOTIMP");
  const [question, ...more] = query.questions;
  // RFC 9619: a QUERY has one question; BIND takes none for a look at cookies, which are not kept here.
  if (question === undefined || more.length > 0) return refusal(query, "FORMERR");
  const refused = refusalOf(question);
  if (refused !== undefined) return refusal(query, refused);
  const extent = extentOf(query, transport);
  const answered = answer(zones, { name: question.name, type: typeName(question.type), extent });
  return { ...refusal(query, answered.rcode), ...answered, limit: sizeLimit(query, transport) };
}

/** What no zone has a say in: classes, zone transfers (RFC 5936 §2.2.1), and types that are no data (RFC 6895 §3.1). */
function refusalOf({ type, class: asked }: QueryQuestion): Rcode | undefined {
  if (asked !== CLASS_IN) return classRefusals.get(asked) ?? "NOTIMP";
  switch (typeName(type)) {
    case "ANY":
      return undefined;
    case "AXFR":
    case "IXFR":
      return "REFUSED";
    case "MAILA":
    case "MAILB":
      return "NOTIMP";
    default:
      return type === TYPE_OPT || (type >= META_TYPES.first && type <= META_TYPES.last) ? "FORMERR" : undefined;
  }
}

function refusal(query: AnswerableQuery, rcode: Rcode): Reply & Answer {
  const question = questionToRepeat(query);
  const edns = query.kind === "malformed" ? undefined : query.edns;
  return {
    header: query.header,
    rcode,
    aa: false,
    answer: [],
    authority: [],
    additional: [],
    limit: PLAIN_UDP_OCTETS,
    ...(question === undefined ? {} : { question }),
    ...(edns === undefined ? {} : { edns }),
  };
}

/** No RFC asks for these; so does BIND 9.18 by default (`minimal-responses no-auth-recursive`, and EDNS that takes 512). */
function extentOf({ header, edns }: SoundQuery, transport: Transport): Extent {
  if (transport === "udp" && edns !== undefined && edns.payload <= PLAIN_UDP_OCTETS) return "minimal";
  return header.recursionDesired ? "no-authority" : "full";
}

/** The one question of a QUERY; of other opcodes and of several, nothing is known to be a question. */
function questionToRepeat({ header, questions }: AnswerableQuery): QueryQuestion | undefined {
  return header.opcode === OPCODE_QUERY && questions.length === 1 ? questions[0] : undefined;
}

function sizeLimit({ edns }: SoundQuery, transport: Transport): number {
  if (transport === "tcp") return TCP_OCTETS;
  if (edns === undefined) return PLAIN_UDP_OCTETS;
  return Math.max(PLAIN_UDP_OCTETS, Math.min(edns.payload, EDNS_PAYLOAD_OCTETS));
}
