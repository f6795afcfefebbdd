// What a handler of the emulated API is given, and how a table of them is written down.
import type { Account, Permission, Token } from "../state/entities.ts";
import type { Fact } from "../state/fact.ts";
import type { World } from "../state/world.ts";
import type { ListSettings } from "./lists.ts";
import type { Reply } from "./reply.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One authenticated request. Handlers are synchronous, so nothing comes between a check and its change. */
export interface Call {
  readonly world: World;
  readonly commit: (fact: Fact) => void;
  readonly account: Account;
  readonly token: Token;
  /** The path's variable segments, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed JSON body; `undefined` without one. */
  readonly body: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly settings: ApiSettings;
}

export interface ApiSettings extends ListSettings {
  readonly activateAfterMs: number;
  readonly transferAfterMs: number;
}

/** One operation of the contract. */
export interface Route {
  /** The contract's id (`Z1`, `R2`), or a name of our own where it has none. */
  readonly id: string;
  readonly method: Method;
  /** Below `/api/v1`; a segment that starts with a colon is variable. */
  readonly path: string;
  /** What the token must carry; none where any active token will do. */
  readonly permission?: Permission;
  run(call: Call): Reply;
}
