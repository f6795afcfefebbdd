// The sandbox's accounts and their tokens: the one that a newcomer gets, and others for those who need them.
import { randomBytes } from "node:crypto";
import type { NewToken } from "./sandbox.ts";
import { PERMISSIONS, type Account } from "./state/entities.ts";
import type { Store } from "./state/store.ts";

/** The account that `Sandbox.token` belongs to. */
export const MAIN_ACCOUNT = "main";
const OPENING_BALANCE_CENTS = 20_000;
const FULL_TOKEN_NAME = "sandbox";

/** Opens an account unless it is there. */
export function openAccount({ world, commit }: Store, id: string): Account {
  const known = world.account(id);
  if (known !== undefined) return known;
  const account = { id, email: `${id}@example.com`, balanceCents: OPENING_BALANCE_CENTS };
  commit({ kind: "account-put", account });
  return account;
}

/** The main account's token with every permission: the one asked for, the one kept, or a new one. */
export function fullToken(store: Store, secret: string | undefined): string {
  openAccount(store, MAIN_ACCOUNT);
  const kept = store.world.tokens().find(({ name, account }) => name === FULL_TOKEN_NAME && account === MAIN_ACCOUNT);
  const wanted = secret ?? kept?.secret ?? newSecret();
  if (store.world.token(wanted) === undefined) {
    const token = { secret: wanted, name: FULL_TOKEN_NAME, permissions: [...PERMISSIONS], account: MAIN_ACCOUNT };
    store.commit({ kind: "token-put", token });
  }
  return wanted;
}

/** Makes a token, and its account where there is none; gives back the secret. */
export function addToken(store: Store, { name, permissions, account = MAIN_ACCOUNT }: NewToken): string {
  openAccount(store, account);
  const secret = newSecret();
  store.commit({ kind: "token-put", token: { secret, name, permissions: [...permissions], account } });
  return secret;
}

/** @param amount in US dollars */
export function setBalance(store: Store, amount: number): void {
  const account = openAccount(store, MAIN_ACCOUNT);
  store.commit({ kind: "account-put", account: { ...account, balanceCents: Math.round(amount * 100) } });
}

function newSecret(): string {
  return `vps_${randomBytes(24).toString("hex")}`;
}
