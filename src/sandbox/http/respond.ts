// From a request to an answer: who asks, for what, with which body; then the handler, and nothing shown that is not safe.
import type { IncomingMessage } from "node:http";
import { Refusal } from "../api/refusal.ts";
import { json, type Reply } from "../api/reply.ts";
import type { ApiSettings, Route } from "../api/route.ts";
import { type Match, matchPath } from "../api/routes.ts";
import type { Store } from "../state/store.ts";
import { authenticate, type Caller, mustPermit } from "./authenticate.ts";
import { readRequestBody, type RequestBody } from "./request-body.ts";

export interface Responder {
  readonly store: Store;
  readonly settings: ApiSettings;
  readonly now: () => number;
  /** Throws when the token has asked too often. */
  readonly limit: (token: string, now: number) => void;
}

/** A request whose path, caller and method are known; its handler has not run. */
export interface Prepared {
  readonly body: RequestBody;
  /** Carries it out; resolves when what the answer shows is safe. */
  finish(): Promise<Reply>;
}

export interface Address {
  readonly method: string;
  /** The whole path, `/api/v1` included, without the query. */
  readonly path: string;
  /** The path below `/api/v1`. */
  readonly below: string;
  readonly query: URLSearchParams;
}

/** @throws Refusal; the order of the checks is Django REST framework's: path, token, method, permission, rate, body. */
export async function prepare(responder: Responder, request: IncomingMessage, address: Address): Promise<Prepared> {
  const { store, now, limit } = responder;
  const match = matchPath(address.below);
  if (match === undefined) throw new Refusal(404, notFoundDetail(address));
  const caller = authenticate(store.world, request.headers.authorization);
  const route = routeFor(match, address.method);
  mustPermit(caller.token, route.permission);
  limit(caller.token.secret, now());
  const body = await readRequestBody(request);
  return { body, finish: () => finish(responder, { caller, route, match, address, body: body.value }) };
}

/** An error as an answer; what is not a refusal is a defect of the sandbox and keeps its text to itself. */
export function errorReply(error: unknown): Reply {
  const refusal = error instanceof Refusal ? error : new Refusal(500, "The sandbox failed to answer.");
  return json(refusal.status, refusal.body(), refusal.headers);
}

interface Ready {
  readonly caller: Caller;
  readonly route: Route;
  readonly match: Match;
  readonly address: Address;
  readonly body: unknown;
}

async function finish({ store, settings, now }: Responder, ready: Ready): Promise<Reply> {
  const { caller, route, match, address, body } = ready;
  const reply = route.run({
    world: store.world,
    commit: (fact) => store.commit(fact),
    // Read again: while the body was on its way the balance may have changed.
    account: store.world.account(caller.account.id) ?? caller.account,
    token: caller.token,
    parameters: match.parameters,
    path: address.path,
    query: address.query,
    body,
    now: now(),
    settings,
  });
  await store.settled();
  return reply;
}

function routeFor({ methods }: Match, method: string): Route {
  const route = methods.get(method);
  if (route !== undefined) return route;
  const allow = [...methods.keys()].join(", ");
  throw new Refusal(405, `Method "${method}" not allowed.`, { headers: { allow } });
}

function notFoundDetail({ below }: Address): string {
  return below.endsWith("/") ? "Not found." : "Not found. Every path of this API ends in a slash.";
}
