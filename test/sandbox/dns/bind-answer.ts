// What BIND answers, gone on where BIND stops and the sandbox does not: at a CNAME into another zone that it serves.
import { type DnsResponse, decodeResponse, exchange } from "../../support/dns-query.ts";
import { type GeneratedQuestion, asAsked } from "./random-zones.ts";
import { rawQuery } from "./raw-query.ts";

export interface Asked {
  /** `127.0.0.1:PORT` */
  readonly server: string;
  readonly question: GeneratedQuestion;
  readonly tcp: boolean;
}

/** Types for which a CNAME is itself the answer. */
const NOT_CHASED = [5, 255, 25, 46, 47];
const TYPE_DS = 43;

/** Asks exactly once. */
export async function ask({ server, question, tcp }: Asked): Promise<DnsResponse> {
  const id = Math.floor(Math.random() * 0x10000);
  return decodeResponse(await exchange({ server, tcp }, rawQuery({ ...question, id })));
}

/**
 * Asks again from the last target on, for as long as BIND answers with a bare chain: a server that does not recurse stays
 * in the zone that it began in (`query_validatezonedb`), which RFC 1034 §4.3.2 step 3a does not ask for.
 */
export async function askBind(asked: Asked, seen: readonly string[] = []): Promise<DnsResponse> {
  const first = await ask(asked);
  const { question } = asked;
  if (!stopsAtAlias(first, question)) return first;
  const { names, end } = walkChain(asked.question.name, first);
  if ([...seen, ...names].includes(end)) return { ...first, rcode: "SERVFAIL" };
  const next = await askBind({ ...asked, question: { ...question, name: asAsked(end) } }, [...seen, ...names]);
  if (next.rcode === "REFUSED") return first;
  return { ...next, question: first.question, aa: first.aa, answers: [...first.answers, ...next.answers] };
}

function stopsAtAlias(response: DnsResponse, { type }: GeneratedQuestion): boolean {
  if (response.tc || response.rcode !== "NOERROR" || NOT_CHASED.includes(type)) return false;
  // Of a DS at another zone's apex, BIND says after a CNAME what the child says, and asked alone what the parent says.
  const unfinished = response.authorities.length === 0 || type === TYPE_DS;
  return unfinished && response.answers.at(-1)?.type === "CNAME";
}

function walkChain(
  start: string,
  { answers }: DnsResponse,
): { readonly names: readonly string[]; readonly end: string } {
  const targets = new Map(answers.map(({ name, value }) => [asAsked(name.toLowerCase()), value]));
  const names: string[] = [];
  let end = start.toLowerCase();
  for (let target = targets.get(end); target !== undefined && !names.includes(end); target = targets.get(end)) {
    names.push(end);
    end = asAsked(target);
  }
  return { names, end };
}
