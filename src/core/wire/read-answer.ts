// From a server's answer to what it says about a check: refusals, missing authority, delegations, aliases.
import { rdataKey } from "../dns/compare.ts";
import { isWithin } from "../dns/name.ts";
import { type Check, type Said, shortfall } from "./check.ts";
import { referredCut, referredRecords } from "./referral.ts";
import { follow, type Followed, recordsOf, soaOf } from "./records-of.ts";
import type { WireMessage, WireRecord } from "./wire.ts";

/** A zone's own server, or a resolver of the public's. */
export type ServerKind = "authoritative" | "public";

/** A server's answer to one check, and whether it is as it should be. */
export interface Judged {
  readonly ok: boolean;
  /** As the message has it; `NODATA` where the name is there and the type is not. */
  readonly rcode: string;
  readonly values: readonly string[];
  readonly via: readonly string[];
  readonly ttl?: number;
  readonly serial?: number;
  readonly negativeTtl?: number;
  readonly error?: string;
}

/** A server's answer with what it takes to judge it. */
export interface Answered {
  readonly kind: ServerKind;
  /** Canonical. */
  readonly zone: string;
  readonly check: Check;
  readonly message: WireMessage;
  /** Finds out what an alias that leads out of the zone means; undefined where nobody says. */
  readonly resolve: (name: string) => Promise<WireMessage | undefined>;
}

/** Judges an answer; an alias that leads out of the zone is followed. */
export async function judgeAnswer(given: Answered): Promise<Judged> {
  const answered = withReferral(given);
  const { kind, check, message } = answered;
  const refusal = refusalText(answered);
  if (refusal !== undefined) return { ok: false, rcode: message.rcode, values: [], via: [], error: refusal };
  const { followed, end } = await followOut(answered);
  if (followed.isEndless) {
    const error = "The aliases (CNAME) lead round in a circle, or too far.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error };
  }
  if (end === undefined) {
    const error = "The alias leads out of the zone, to a name that the resolvers do not answer.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error };
  }
  const values = followed.records.map(keyOf);
  const said: Said = {
    rcode: end.rcode,
    values,
    ttl: leastTtl(followed.records),
    cached: kind === "public" || end !== message,
    negativeTtl: values.length === 0 ? soaOf(end.authorities)?.negativeTtl : undefined,
  };
  const error = shortfall(check, said);
  return {
    ok: error === undefined,
    rcode: values.length === 0 && said.rcode === "NOERROR" ? "NODATA" : said.rcode,
    values,
    via: followed.via,
    ...facts(said, end),
    ...(error === undefined ? {} : { error }),
  };
}

/** A referral to the very records that were asked for is as good as an answer. */
function withReferral(answered: Answered): Answered {
  const { kind, zone, check, message } = answered;
  if (kind === "public" || referredCut(message, check.question, zone) === undefined) return answered;
  const answers = referredRecords(message, check.question);
  return answers.length === 0 ? answered : { ...answered, message: { ...message, answers, aa: true } };
}

function facts({ ttl, negativeTtl }: Said, { authorities }: WireMessage) {
  const serial = soaOf(authorities)?.serial;
  return {
    ...(ttl === undefined ? {} : { ttl }),
    ...(negativeTtl === undefined ? {} : { negativeTtl }),
    ...(serial === undefined ? {} : { serial }),
  };
}

/** The chain to its end, also where that lies outside the zone, and the answer that the end stands in. */
async function followOut({
  kind,
  zone,
  check,
  message,
  resolve,
}: Answered): Promise<{ readonly followed: Followed; readonly end: WireMessage | undefined }> {
  const { question } = check;
  if (asksForAbsenceOnly(check)) {
    const records = recordsOf(message.answers, question.name, question.type);
    return { followed: { records, via: [], isEndless: false }, end: message };
  }
  const followed = follow(message, question);
  const last = followed.via.at(-1);
  if (
    kind === "public" ||
    followed.records.length > 0 ||
    last === undefined ||
    followed.isEndless ||
    isWithin(last, zone)
  ) {
    return { followed, end: message };
  }
  const end = await resolve(last);
  const rest =
    end === undefined ? { records: [], via: [], isEndless: false } : follow(end, { name: last, type: question.type });
  return { followed: { ...rest, via: [...followed.via, ...rest.via] }, end };
}

// What was to go stood at the name itself: an alias that has taken its place is as good as nothing.
function asksForAbsenceOnly({ present, amount }: Check): boolean {
  return present.length === 0 && amount === "any";
}

const REFUSALS: Readonly<Record<string, string>> = {
  REFUSED: "REFUSED: it does not answer for this zone.",
  SERVFAIL: "SERVFAIL: it could not find an answer.",
  FORMERR: "FORMERR: it did not understand the question.",
  NOTIMP: "NOTIMP: it does not answer such questions.",
  NOTAUTH: "NOTAUTH: it does not hold the zone.",
};

/** Why an answer says nothing about the check, as a sentence; undefined where it does. */
function refusalText({ kind, zone, check: { question }, message }: Answered): string | undefined {
  const { rcode, aa } = message;
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN") return REFUSALS[rcode] ?? `It answered with the error ${rcode}.`;
  if (kind === "public" || aa) return undefined;
  const cut = referredCut(message, question, zone);
  if (cut !== undefined) return `It hands ${cut} to other name servers: that is a zone of its own.`;
  return "It answers without authority (AA is off): it does not hold the zone (lame delegation).";
}

function keyOf({ rdata }: WireRecord): string {
  return rdata === undefined ? "" : rdataKey(rdata);
}

function leastTtl(records: readonly WireRecord[]): number | undefined {
  return records.length === 0 ? undefined : Math.min(...records.map(({ ttl }) => ttl));
}
