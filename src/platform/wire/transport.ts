// What asking over UDP and over TCP have in common: the query, the ways to fail, one settling.
import type { Asked } from "../../core/wire/message-reader.ts";
import type { Endpoint, WireFailure, WireMessage } from "../../core/wire/wire.ts";

/** A query on its way. */
export interface Sent {
  readonly to: Endpoint;
  readonly packet: Uint8Array;
  readonly asked: Asked;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** A query without an answer. */
export interface Failed {
  readonly kind: "failure";
  readonly failure: WireFailure;
  readonly detail: string;
}

/** What came of a query. */
export type TransportReply =
  | { readonly kind: "message"; readonly message: WireMessage }
  | { readonly kind: "truncated" }
  | Failed;

/** A failure, in words of ours. */
export function failed(failure: WireFailure, detail: string): Failed {
  return { kind: "failure", failure, detail };
}

const NO_ROUTE = new Set(["ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT", "ENETDOWN", "EHOSTDOWN"]);

/** A socket's error in words of ours. */
export function failureOf(error: unknown): Failed {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
  if (code === "ECONNREFUSED") return failed("refused", "No name server listens there.");
  if (NO_ROUTE.has(code)) return failed("no_route", "No route from this machine leads to the address.");
  return failed("failed", `The system could not ask (${code}).`);
}

/**
 * A promise with a time limit and a cancellation, settled once; `start` gets the settling and gives what ends the
 * socket.
 */
export function settledOnce(
  { withinMs, signal }: Pick<Sent, "withinMs" | "signal">,
  start: (settle: (reply: TransportReply) => void) => { close(): void; late(): TransportReply },
): Promise<TransportReply> {
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const end = (settle: () => void) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      // The socket may settle before `start` has given it back.
      queueMicrotask(() => open.close());
      settle();
    };
    const abort = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => resolve(open.late())), withinMs);
    signal.addEventListener("abort", abort);
    const open = start((reply) => end(() => resolve(reply)));
  });
}
