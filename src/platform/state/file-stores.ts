// Saved plans and confirmation tokens in files. A token's file is named by its hash: reading the folder gives none away.
import { createHash, randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { RECORD_TYPES } from "../../core/dns/record-types.ts";
import { PLAN_MODES } from "../../core/plan/plan.ts";
import type { Clock } from "../../core/ports.ts";
import type { PlanStore, TokenStore } from "../../core/state.ts";
import { type StateFolder, stateFolder } from "./state-folder.ts";

const PLANS_KEPT = 200;
const PLAN_ID = /^plan-[0-9a-f]{20}$/;
const TOKEN_OCTETS = 16;

const record = z.object({
  name: z.string(),
  type: z.enum(RECORD_TYPES),
  ttl: z.number(),
  value: z.string(),
  priority: z.exactOptional(z.number()),
});
const change = z.discriminatedUnion("action", [
  z.object({ action: z.literal("create"), after: record }),
  z.object({ action: z.literal("update"), id: z.string(), before: record, after: record }),
  z.object({ action: z.literal("delete"), id: z.string(), before: record }),
]);
const planSchema = z.object({
  id: z.string(),
  zone: z.string(),
  mode: z.enum(PLAN_MODES),
  stages: z.array(z.array(change)),
  emptyDesiredState: z.boolean(),
  touched: z.array(z.object({ name: z.string(), type: z.exactOptional(z.string()), was: z.string() })),
  at: z.number(),
});
const bindingSchema = z.object({ digest: z.string(), expiresAt: z.number(), begun: z.exactOptional(z.string()) });

/** Saved plans as files, each taken once among all processes. */
export function filePlanStore(base: string): PlanStore {
  const folder = stateFolder(base, "plans");
  return {
    save: async (plan) => {
      // The same plan of the same zone is the same file; a second one replaces the first.
      await folder.take(plan.id);
      await folder.create(plan.id, JSON.stringify(plan));
      await keepNewest(folder);
    },
    get: async (id) => {
      const text = PLAN_ID.test(id) ? await folder.read(id) : undefined;
      return readJson(planSchema, text);
    },
    take: (id) => (PLAN_ID.test(id) ? folder.take(id) : Promise.resolve(false)),
  };
}

/** Confirmation tokens as files, named by their hashes. */
export function fileTokenStore(base: string, clock: Clock): TokenStore {
  const folder = stateFolder(base, "tokens");
  return {
    issue: async (binding) => {
      await dropExpired(folder, clock.now());
      const token = randomBytes(TOKEN_OCTETS).toString("base64url");
      await folder.create(hashOf(token), JSON.stringify(binding));
      return token;
    },
    consume: async (token) => {
      const name = hashOf(token);
      const text = await folder.read(name);
      // Whoever takes the file has the token; a second reader finds it gone.
      return text !== undefined && (await folder.take(name)) ? readJson(bindingSchema, text) : undefined;
    },
  };
}

/** What a file says, or nothing: one that a crash tore is as good as none. */
function readJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

async function keepNewest(folder: StateFolder): Promise<void> {
  const names = await folder.byAge();
  for (const name of names.slice(0, Math.max(0, names.length - PLANS_KEPT))) await folder.take(name);
}

async function dropExpired(folder: StateFolder, now: number): Promise<void> {
  for (const name of await folder.names()) {
    const binding = readJson(bindingSchema, await folder.read(name));
    if (binding === undefined || binding.expiresAt < now) await folder.take(name);
  }
}
