// get_account: whose token this is and what it may do.
import * as z from "zod/mini";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import { count, enumerated } from "../text/count.ts";
import { lines } from "../text/lines.ts";
import { wordText } from "../text/plain-text.ts";

const output = z.strictObject({
  email: z.optional(z.string()),
  token_name: z.optional(z.string()),
  permissions: z.optional(z.array(z.string())),
  zones: z.optional(z.number()).check(z.describe("How many can be seen; only where the server has no account page")),
  allowed_zones: z.optional(z.array(z.string())).check(z.describe("All others are refused")),
  purchases_allowed: z.boolean(),
  warnings: z.optional(z.array(z.string())),
});
type Output = z.output<typeof output>;

export const getAccount = defineOperation({
  name: "get_account",
  title: "Show account",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "Show whose token is used and its permissions.",
  input: z.strictObject({}),
  output,
  examples: [{ title: "What may this token do?", input: {} }],
  async run(_, context) {
    const { zones, allowPurchases } = context.policy;
    const allowed = {
      ...(zones.length === 0 ? {} : { allowed_zones: [...zones] }),
      purchases_allowed: allowPurchases,
    };
    const account = await context.api.account.get();
    if (account === undefined) return { ...(await whatIsKnown(context)), ...allowed };
    const { email, tokenName, permissions } = account;
    return {
      email,
      token_name: tokenName,
      permissions: permissions === undefined ? undefined : [...permissions],
      ...allowed,
    };
  },
  text({ email, token_name: name, permissions, zones, allowed_zones: allowed, purchases_allowed: buys, warnings }) {
    return lines(
      email === undefined ? undefined : `Account: ${wordText(email, 255)}`,
      name === undefined ? undefined : `Token: ${wordText(name, 100)}`,
      permissions === undefined
        ? undefined
        : `Permissions: ${permissions.map((permission) => wordText(permission, 60)).join(", ") || "none"}`,
      zones === undefined ? undefined : `It can read ${count(zones, "zone")}.`,
      allowed === undefined ? undefined : `Only ${enumerated(allowed)} may be touched (--zone).`,
      `Purchases: ${buys ? "allowed" : "not allowed (--allow-purchases)"}`,
      warnings,
    );
  },
});

/** The account page is no documented endpoint; without it, whether the token reads zones still tells something. */
async function whatIsKnown({ api }: Context): Promise<Pick<Output, "zones" | "warnings">> {
  const noPage = "This server has no account page, so the token's name and permissions are not known.";
  try {
    const { total } = await api.zones.list();
    return { zones: total, warnings: [noPage] };
  } catch (error) {
    if (!(error instanceof VpsError) || error.code !== "permission_denied") throw error;
    return { warnings: [noPage, "The token is valid and lacks the permission dns:list."] };
  }
}
