// What only a sandbox has, over HTTP beside the API: faults, the balance, further tokens. Wants a token that may do
// everything, so that no page in a browser can reach it.
import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
import { addToken, MAIN_ACCOUNT, setBalance } from "../accounts.ts";
import { notFound, Refusal } from "../api/refusal.ts";
import { readBody } from "../api/read-body.ts";
import { arrayReply, json, noContent, type Reply } from "../api/reply.ts";
import { authenticate } from "../http/authenticate.ts";
import { faultSchema, type Faults } from "../http/fault-rules.ts";
import { readRequestBody } from "../http/request-body.ts";
import { dollars } from "../prices.ts";
import { PERMISSIONS } from "../state/entities.ts";
import type { Store } from "../state/store.ts";

const balanceBody = z.object({
  balance: z
    .number({ error: "Give the balance in US dollars." })
    .check(z.minimum(0, { error: "The balance cannot be negative." })),
});

const tokenBody = z.object({
  name: z.string({ error: "Give the token a name." }).check(z.minLength(1, { error: "Give the token a name." })),
  permissions: z.array(z.enum(PERMISSIONS, { error: `Permissions are ${PERMISSIONS.join(", ")}.` }), {
    error: "Give the permissions as an array.",
  }),
});

interface Controls {
  readonly store: Store;
  readonly faults: Faults;
}

/** `/sandbox/faults/`: GET, POST, DELETE. `/sandbox/balance/`: GET, PUT. `/sandbox/tokens/`: POST. */
export function controlPages(controls: Controls): (request: IncomingMessage, path: string) => Promise<Reply> {
  return async (request, path) => {
    const page = pages[path];
    if (page === undefined) throw notFound("Page");
    const { token } = authenticate(controls.store.world, request.headers.authorization);
    if (PERMISSIONS.some((permission) => !token.permissions.includes(permission))) {
      throw new Refusal(403, "Only a token with every permission controls the sandbox.");
    }
    const method = page[request.method ?? ""];
    if (method === undefined) {
      throw new Refusal(405, "Method not allowed.", { headers: { allow: Object.keys(page).join(", ") } });
    }
    const reply = method(controls, (await readRequestBody(request)).value);
    await controls.store.settled();
    return reply;
  };
}

type Page = Readonly<Record<string, (controls: Controls, body: unknown) => Reply>>;

const pages: Readonly<Record<string, Page>> = {
  "/sandbox/faults/": {
    GET: ({ faults }) => arrayReply({ rows: faults.list(), shape: (fault) => fault }),
    POST: ({ faults }, body) => {
      const fault = readBody(faultSchema, body);
      faults.add(fault);
      return json(201, fault);
    },
    DELETE: ({ faults }) => {
      faults.clear();
      return noContent();
    },
  },
  "/sandbox/tokens/": {
    POST: ({ store }, body) => {
      const wanted = readBody(tokenBody, body);
      // Shown this once, as at VPS.org.
      return json(201, { ...wanted, token: addToken(store, wanted) });
    },
  },
  "/sandbox/balance/": {
    GET: ({ store }) => balanceReply(store),
    PUT: ({ store }, body) => {
      setBalance(store, readBody(balanceBody, body).balance);
      return balanceReply(store);
    },
  },
};

function balanceReply({ world }: Store): Reply {
  return json(200, { balance: dollars(world.account(MAIN_ACCOUNT)?.balanceCents ?? 0), currency: "USD" });
}
