// Who a token belongs to. Not on the two reference pages: known from the vendor's other public documentation.
import { dollars } from "../prices.ts";
import { json } from "./reply.ts";
import type { Route } from "./route.ts";

export const accountRoutes: readonly Route[] = [
  {
    id: "account",
    method: "GET",
    path: "/account/me/",
    run: ({ account, token }) =>
      json(200, {
        account: { email: account.email, balance: dollars(account.balanceCents), currency: "USD" },
        token: { name: token.name, permissions: token.permissions },
      }),
  },
];
