// One look at one address of one server: every check asked, and for an authoritative server its SOA's serial.
import { relativeName } from "../dns/name.ts";
import { type Asking, askOne, askResolvers } from "./ask-resolvers.ts";
import type { Check } from "./check.ts";
import { judgeAnswer, type Judged, type ServerKind } from "./read-answer.ts";
import { soaOf } from "./records-of.ts";
import type { Endpoint, Server, WireFailure } from "./wire.ts";

/** Questions to one address at a time. */
const QUESTIONS_AT_ONCE = 8;

/** A server that is looked at, and what it is to the zone. */
export interface Target extends Server {
  readonly kind: ServerKind;
}

/** What is asked of every target. */
export interface Subject {
  /** Canonical. */
  readonly zone: string;
  readonly checks: readonly Check[];
}

/** What one look at one address came to. */
export interface ServerLook {
  readonly target: Target;
  readonly ok: boolean;
  /** Set where no answer came. */
  readonly failure?: WireFailure | "no_address";
  readonly aa?: boolean;
  /** Of the check that is told: the first that fell short, or the only one. */
  readonly judged?: Judged;
  readonly serial?: number;
  /** One sentence or two. */
  readonly error?: string;
  readonly timeMs: number;
}

/** Looks once; what goes wrong at the server is told in the look. */
export async function lookAt(asking: Asking, target: Target, subject: Subject): Promise<ServerLook> {
  const { endpoint } = target;
  if (endpoint === undefined) {
    return { target, ok: false, failure: "no_address", error: "No address is known for it.", timeMs: 0 };
  }
  const start = asking.now();
  const [results, serial] = await Promise.all([
    askAll(asking, { ...target, endpoint }, subject),
    target.kind === "authoritative" ? zoneSerial(asking, endpoint, subject.zone) : undefined,
  ]);
  return {
    target,
    ...summary(results, subject),
    ...(serial === undefined ? {} : { serial }),
    timeMs: asking.now() - start,
  };
}

interface Result {
  readonly check: Check;
  readonly ok: boolean;
  readonly failure?: WireFailure;
  readonly aa?: boolean;
  readonly judged?: Judged;
  readonly error?: string | undefined;
}

type Reachable = Target & { readonly endpoint: Endpoint };

async function askAll(asking: Asking, target: Reachable, { zone, checks }: Subject): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < checks.length; at += QUESTIONS_AT_ONCE) {
    const part = checks.slice(at, at + QUESTIONS_AT_ONCE);
    results.push(...(await Promise.all(part.map((check) => askCheck(asking, target, { zone, check })))));
    // The rest of the questions would wait as long for nothing.
    if (results.some(({ failure }) => failure !== undefined)) break;
  }
  return results;
}

async function askCheck(
  asking: Asking,
  { endpoint: to, kind }: Reachable,
  { zone, check }: { readonly zone: string; readonly check: Check },
): Promise<Result> {
  const { question } = check;
  const reply = await askOne(asking, { to, question, recursive: kind === "public" });
  if (reply.kind === "failure") return { check, ok: false, failure: reply.failure, error: reply.detail };
  const { message } = reply;
  const resolve = (name: string) => askResolvers(asking, { ...question, name });
  const judged = await judgeAnswer({ kind, zone, check, message, resolve });
  return { check, ok: judged.ok, judged, error: judged.error, ...(kind === "authoritative" ? { aa: message.aa } : {}) };
}

async function zoneSerial(asking: Asking, to: Endpoint, zone: string): Promise<number | undefined> {
  const reply = await askOne(asking, { to, question: { name: zone, type: "SOA" }, recursive: false });
  return reply.kind === "message" && reply.message.aa ? soaOf(reply.message.answers)?.serial : undefined;
}

function summary(results: readonly Result[], { zone, checks }: Subject): Omit<ServerLook, "target" | "timeMs"> {
  const open = results.filter(({ ok }) => !ok);
  const told = open[0] ?? (checks.length === 1 ? results[0] : undefined);
  if (told === undefined) return { ok: true };
  const { check, failure, aa, judged, error } = told;
  const many = checks.length > 1 && failure === undefined;
  const where = `${relativeName(check.question.name, zone)} ${check.question.type}`;
  const words = many ? `${open.length} of ${checks.length} not yet, first ${where}: ${error ?? ""}` : error;
  return {
    ok: told.ok,
    ...(failure === undefined ? {} : { failure }),
    ...(aa === undefined ? {} : { aa }),
    ...(judged === undefined ? {} : { judged }),
    ...(words === undefined ? {} : { error: words }),
  };
}
