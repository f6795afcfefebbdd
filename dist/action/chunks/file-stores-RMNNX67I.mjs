import {
  stateFolder
} from "./chunk-JNM4EVQW.mjs";
import {
  PLAN_MODES
} from "./chunk-2J2AI7AL.mjs";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  exactOptional,
  literal,
  number,
  object,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  RECORD_TYPES
} from "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/platform/state/file-stores.ts
import { createHash, randomBytes } from "node:crypto";
var PLANS_KEPT = 200;
var PLAN_ID = /^plan-[0-9a-f]{20}$/;
var TOKEN_OCTETS = 16;
var record = object({
  name: string(),
  type: _enum(RECORD_TYPES),
  ttl: number(),
  value: string(),
  priority: exactOptional(number())
});
var change = discriminatedUnion("action", [
  object({ action: literal("create"), after: record }),
  object({ action: literal("update"), id: string(), before: record, after: record }),
  object({ action: literal("delete"), id: string(), before: record })
]);
var planSchema = object({
  id: string(),
  zone: string(),
  mode: _enum(PLAN_MODES),
  stages: array(array(change)),
  emptyDesiredState: boolean(),
  touched: array(object({ name: string(), type: exactOptional(string()), was: string() })),
  at: number()
});
var bindingSchema = object({ digest: string(), expiresAt: number(), begun: exactOptional(string()) });
function filePlanStore(base) {
  const folder = stateFolder(base, "plans");
  return {
    save: async (plan) => {
      await folder.take(plan.id);
      await folder.create(plan.id, JSON.stringify(plan));
      await keepNewest(folder);
    },
    get: async (id) => {
      const text = PLAN_ID.test(id) ? await folder.read(id) : void 0;
      return readJson(planSchema, text);
    },
    take: (id) => PLAN_ID.test(id) ? folder.take(id) : Promise.resolve(false)
  };
}
function fileTokenStore(base, clock) {
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
      return text !== void 0 && await folder.take(name) ? readJson(bindingSchema, text) : void 0;
    }
  };
}
function readJson(schema, text) {
  if (text === void 0) return void 0;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function hashOf(token) {
  return createHash("sha256").update(token).digest("hex");
}
async function keepNewest(folder) {
  const names = await folder.byAge();
  for (const name of names.slice(0, Math.max(0, names.length - PLANS_KEPT))) await folder.take(name);
}
async function dropExpired(folder, now) {
  for (const name of await folder.names()) {
    const binding = readJson(bindingSchema, await folder.read(name));
    if (binding === void 0 || binding.expiresAt < now) await folder.take(name);
  }
}
export {
  filePlanStore,
  fileTokenStore
};
