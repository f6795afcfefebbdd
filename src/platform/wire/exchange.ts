// One question to one address: over UDP, again when nothing comes, over TCP when the answer is cut off (RFC 7766 §5).
import { randomInt } from "node:crypto";
import { setMaxListeners } from "node:events";
import { writeQuery } from "../../core/wire/message-writer.ts";
import type { WireAsk, WireReply } from "../../core/wire/wire.ts";
import { failed, type Sent, type TransportReply } from "./transport.ts";
import { askTcp } from "./tcp.ts";
import { askUdp } from "./udp.ts";

/** Shares of the whole time that the tries over UDP get, so that one lost packet costs little. */
const TRY_SHARES = [0.2, 0.3, 0.5];
/** What servers that know no EDNS answer to an OPT (RFC 6891 §7). */
const NO_EDNS = new Set(["FORMERR", "NOTIMP"]);

/** Never later than `withinMs`; rejects only when the signal is aborted. */
export async function exchange(ask: WireAsk): Promise<WireReply> {
  // Dozens of questions are open at a time, all of them cancelled by one signal.
  setMaxListeners(0, ask.signal);
  const until = performance.now() + ask.withinMs;
  let reply: TransportReply = failed("no_answer", "No answer came in time.");
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

async function overTcp(query: Sent): Promise<WireReply> {
  const reply = await askTcp(query);
  if (reply.kind === "message") return reply;
  const why = reply.kind === "truncated" ? "The answer over TCP was cut off, too." : reply.detail;
  return failed("truncated", `The answer did not fit into a UDP packet, and TCP did not help: ${why}`);
}

// Nothing listens, or no way leads there: the next try would meet the same.
function isWorthAnotherTry({ failure }: { readonly failure: string }): boolean {
  return failure === "no_answer" || failure === "garbled";
}

function sent(
  { to, question, recursive, signal }: WireAsk,
  { edns, withinMs }: { readonly edns: boolean; readonly withinMs: number },
): Sent {
  signal.throwIfAborted();
  // Drawn anew for every packet: who cannot see the question has to guess it (RFC 5452 §4.3).
  const id = randomInt(0x10000);
  const packet = writeQuery(question, { id, recursive, edns });
  return { to, packet, asked: { id, question }, withinMs: Math.max(1, withinMs), signal };
}
