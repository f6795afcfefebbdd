// Who is asking: the bearer token of a request, and what it may do.
import { Refusal } from "../api/refusal.ts";
import type { Account, Permission, Token } from "../state/entities.ts";
import type { World } from "../state/world.ts";

export interface Caller {
  readonly token: Token;
  readonly account: Account;
}

const BEARER = /^Bearer +(\S+)$/i;
const CHALLENGE = { "www-authenticate": "Bearer" };

/** @throws Refusal 401 */
export function authenticate(world: World, authorization: string | undefined): Caller {
  if (authorization === undefined) {
    throw new Refusal(401, "Authentication credentials were not provided.", {
      code: "not_authenticated",
      headers: CHALLENGE,
    });
  }
  const token = world.token(BEARER.exec(authorization)?.[1] ?? "");
  const account = token === undefined ? undefined : world.account(token.account);
  if (token === undefined || account === undefined) {
    throw new Refusal(401, "Invalid API token", { headers: CHALLENGE });
  }
  return { token, account };
}

/** @throws Refusal 403 */
export function mustPermit({ permissions }: Token, permission: Permission | undefined): void {
  if (permission === undefined || permissions.includes(permission)) return;
  throw new Refusal(403, `Missing permission: ${permission}`);
}
