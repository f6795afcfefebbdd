// Questions to the resolvers, where any one usable answer will do: finding servers, addresses, what an alias leads to.
import { nameOfTarget } from "../dns/name.ts";
import { recordsOf } from "./records-of.ts";
import { isAddress } from "./server-name.ts";
import type { Endpoint, NamedServer, Question, Wire, WireAsk, WireMessage, WireReply } from "./wire.ts";

/** What one look at the world may use. */
export interface Asking {
  readonly wire: Wire;
  readonly signal: AbortSignal;
  /** Milliseconds for one question to one address. */
  readonly withinMs: number;
  /** When everything must be over, by `now`. */
  readonly until: number;
  /** Milliseconds, as Clock has it. */
  readonly now: () => number;
}

/** What a resolver may say and still have answered the question. */
const USABLE = new Set(["NOERROR", "NXDOMAIN"]);

/** The first usable answer of any resolver; undefined where none gives one. */
export async function askResolvers(asking: Asking, question: Question): Promise<WireMessage | undefined> {
  const { wire } = asking;
  const attempts = wire.resolvers.map(async (resolver) => {
    const endpoints = await endpointsOf(asking, resolver);
    return firstUsable(asking, endpoints, { question, recursive: true });
  });
  return firstDefined(attempts, asking.signal);
}

/** One question to one address, in what is left of the time. */
export async function askOne(
  { wire, signal, withinMs, until, now }: Asking,
  ask: Pick<WireAsk, "to" | "question" | "recursive">,
): Promise<WireReply> {
  const left = Math.min(withinMs, until - now());
  if (left <= 0) return { kind: "failure", failure: "no_answer", detail: "No time was left to ask." };
  return wire.ask({ ...ask, withinMs: left, signal });
}

/** One address after the other until one gives a usable answer. */
export async function firstUsable(
  asking: Asking,
  endpoints: readonly Endpoint[],
  { question, recursive }: { readonly question: Question; readonly recursive: boolean },
): Promise<WireMessage | undefined> {
  for (const to of endpoints) {
    const reply = await askOne(asking, { to, question, recursive });
    if (reply.kind === "message" && USABLE.has(reply.message.rcode)) return reply.message;
  }
  return undefined;
}

/** Where a server that somebody named listens; its address is looked up by this machine's own resolution. */
export async function endpointsOf(
  { wire }: Pick<Asking, "wire">,
  { host, port }: NamedServer,
): Promise<readonly Endpoint[]> {
  const addresses = isAddress(host) ? [host] : await wire.addressesOf(host);
  return addresses.map((address) => ({ address, port }));
}

/** The addresses of a host, IPv4 first, as the resolvers know them. */
export async function hostAddresses(asking: Asking, host: string): Promise<readonly string[]> {
  const found = await Promise.all(
    (["A", "AAAA"] as const).map(async (type) => {
      const message = await askResolvers(asking, { name: host, type });
      return message === undefined ? [] : addressRecords(message, host, type);
    }),
  );
  return found.flat();
}

// A name server's name must be no alias (RFC 2181 §10.3), so none is followed.
function addressRecords({ answers }: WireMessage, host: string, type: "A" | "AAAA"): readonly string[] {
  return recordsOf(answers, host, type).flatMap(({ rdata }) => rdata?.value ?? []);
}

/** The names that the NS records of an owner hold, as owner names are spelled. */
export function nameserversIn(section: WireMessage["answers"], owner: string): readonly string[] {
  const names = recordsOf(section, owner, "NS").flatMap(({ rdata }) =>
    rdata === undefined ? [] : nameOfTarget(rdata.value),
  );
  return [...new Set(names)];
}

/** The first that is not undefined; undefined once all are. A rejection is passed on: it is a cancellation. */
function firstDefined<Value>(
  attempts: readonly Promise<Value | undefined>[],
  signal: AbortSignal,
): Promise<Value | undefined> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    for (const attempt of attempts) attempt.then((value) => value !== undefined && resolve(value), reject);
    Promise.all(attempts).then(() => resolve(undefined), reject);
  });
}
