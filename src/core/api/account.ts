// The token's account: `GET /account/me/`, which is publicly known but not on the reference pages.
import * as z from "zod/mini";
import type { Account, Api } from "./api.ts";
import type { Caller } from "./caller.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { readRow } from "./read-row.ts";
import { present, wireText, wireTexts } from "./wire.ts";

const wireAccount = z.object({
  account: z.catch(z.nullish(z.object({ email: wireText })), undefined),
  token: z.catch(z.nullish(z.object({ name: wireText, permissions: wireTexts })), undefined),
});

/** The account's part of the API. */
export function accountApi(caller: Caller): Api["account"] {
  return {
    get: async () => {
      const outcome = await caller.send({ endpoint: ENDPOINTS.ME });
      if (outcome.ok) return accountFromWire(readRow(wireAccount, outcome.body, ENDPOINTS.ME));
      if (outcome.status === 404) return undefined;
      throw outcome.error;
    },
  };
}

function accountFromWire({ account, token }: z.output<typeof wireAccount>): Account {
  return present({ email: account?.email, tokenName: token?.name, permissions: token?.permissions });
}
