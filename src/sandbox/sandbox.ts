// What a sandbox is to whoever starts one.
import type { Clock, Log } from "../core/ports.ts";
import type { BindSettings } from "./bind/feed-bind.ts";
import type { Permission } from "./state/entities.ts";
import type { ListSettings } from "./api/lists.ts";
import type { Faults } from "./http/fault-rules.ts";
import type { RequestLimit } from "./http/request-limit.ts";
import type { RequestLog } from "./http/request-log.ts";
import type { ZoneEvent } from "./state/world.ts";

export interface SandboxOptions {
  readonly clock: Clock;
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, the default, takes a free one; the same for `dnsPort`. */
  readonly port?: number;
  readonly dnsPort?: number;
  /** Starts a second name server, on a free port, whose zones are this much behind. */
  readonly lagMs?: number;
  /** Keeps zone files for a BIND in a folder, and tells it to reload them. */
  readonly bind?: BindSettings;
  /** A folder in which everything is kept; without it, everything is forgotten. */
  readonly data?: string;
  /** Starts with the account of the pages' examples, where nothing is kept yet. */
  readonly seed?: boolean;
  /** How long a registration is pending; five minutes when left out, the least that the page tells. */
  readonly activateAfterMs?: number;
  /** How long a transfer takes; seven days when left out, the most that the page tells. */
  readonly transferAfterMs?: number;
  /** The token that may do everything; made up when left out, and kept with the data. */
  readonly token?: string;
  readonly log?: Log;
  readonly requestLimit?: RequestLimit;
  /** Bare arrays when left out, as the page shows them. */
  readonly lists?: ListSettings["lists"];
  /** 100 when left out. */
  readonly pageSize?: number;
  /** Absolute when left out. */
  readonly nextLinks?: ListSettings["nextLinks"];
  /** Hears of every change to a zone, after the name server. */
  readonly onZoneEvent?: (event: ZoneEvent) => void;
}

/** A new token; `account` names another account than the seeded one, made when it is not there. */
export interface NewToken {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly account?: string;
}

export interface Sandbox {
  /** The API's base URL, `http://127.0.0.1:PORT/api/v1`. */
  readonly url: string;
  /** Where its registration data is looked up, `http://127.0.0.1:PORT/rdap`. */
  readonly rdap: string;
  /** A token that may do everything. */
  readonly token: string;
  /** Where the name server answers, `127.0.0.1:PORT`. */
  readonly nameserver: string;
  /** Where the name server that lags answers, when there is one. */
  readonly lagging?: string;
  readonly faults: Faults;
  /** The requests so far, oldest first; the last 10,000 at least. */
  requests(): readonly RequestLog[];
  /** Resolves to the token's secret. */
  addToken(token: NewToken): Promise<string>;
  /** In US dollars. */
  setBalance(amount: number): Promise<void>;
  close(): Promise<void>;
}
