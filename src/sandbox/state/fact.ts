// Facts: everything that can happen to the state, one at a time. The state is what its facts made of it, so the journal
// is a list of facts, and so is a snapshot.
import * as z from "zod/mini";
import { RECORD_TYPES } from "../../core/dns/record-types.ts";
import { PERMISSIONS } from "./entities.ts";

const account = z.object({ id: z.string(), email: z.string(), balanceCents: z.int() });

const token = z.object({
  secret: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  account: z.string(),
});

const zone = z.object({
  id: z.string(),
  account: z.string(),
  domain: z.string(),
  createdAt: z.number(),
  serial: z.number(),
});

const record = z.object({
  id: z.string(),
  zone: z.string(),
  record: z.object({
    name: z.string(),
    type: z.enum(RECORD_TYPES),
    ttl: z.number(),
    value: z.string(),
    priority: z.exactOptional(z.number()),
  }),
  createdAt: z.number(),
});

const domain = z.object({
  id: z.int(),
  account: z.nullable(z.string()),
  domain: z.string(),
  registeredAt: z.number(),
  expiresAt: z.number(),
  updatedAt: z.number(),
  activeAt: z.number(),
  autoRenew: z.boolean(),
  locked: z.boolean(),
  privacyProtection: z.boolean(),
  nameservers: z.array(z.string()),
  registrar: z.string(),
  transfer: z.nullable(z.object({ initiatedAt: z.number(), completesAt: z.number(), autoRenew: z.boolean() })),
});

/** A fact as the journal holds it. What is put under an id that is there already takes its place. */
export const factSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("account-put"), account }),
  z.object({ kind: z.literal("token-put"), token }),
  z.object({ kind: z.literal("zone-put"), zone }),
  z.object({ kind: z.literal("zone-removed"), id: z.string() }),
  z.object({ kind: z.literal("record-put"), record, serial: z.number() }),
  z.object({ kind: z.literal("record-removed"), id: z.string(), serial: z.number() }),
  // The price goes with what was bought, so that no crash can part them.
  z.object({ kind: z.literal("domain-put"), domain, chargedCents: z.int() }),
]);

type Deep<T> = { readonly [K in keyof T]: T[K] extends object | null ? Deep<T[K]> : T[K] };

export type Fact = Deep<z.output<typeof factSchema>>;
