// check_propagation: one look at what name servers answer.
import * as z from "zod/mini";
import type { Context } from "../context.ts";
import { rdataKey } from "../dns/compare.ts";
import { parseOwnerName } from "../dns/name.ts";
import { parseRdata } from "../dns/rdata.ts";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import type { Asking } from "../wire/ask-resolvers.ts";
import type { Check } from "../wire/check.ts";
import type { ServerLook, Subject } from "../wire/look.ts";
import { areAlike, isEverywhere } from "../wire/verdict.ts";
import { atField } from "./at-field.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { resolveZone, zoneNameOf } from "./find/resolve-zone.ts";
import { propagationFields, propagationLines, propagationOf } from "./shapes/propagation.ts";
import { askingFor, authoritativeTargets, authorityOf, lookAll, publicTargets } from "./wait/look-around.ts";

const LOOK_MS = 30_000;

export const checkPropagation = defineOperation({
  name: "check_propagation",
  title: "Check propagation",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Look once at what name servers and public resolvers answer.",
  input: z.strictObject({
    zone: fields.zone,
    name: fields.ownerName,
    type: fields.type,
    expect: z.optional(z.array(z.string().check(z.maxLength(65_535))).check(z.maxLength(100), z.describe("Values"))),
    absent: z.optional(z.boolean().check(z.describe("expect, or all, is gone"))),
    servers: z.optional(z.enum(["authoritative", "public", "all"]).check(z.describe("Default: all"))),
  }),
  output: z.strictObject(propagationFields),
  examples: [
    {
      title: "Is the new address of api.example.com answered everywhere?",
      input: { zone: "example.com", name: "api", type: "A", expect: ["192.0.2.10"] },
    },
  ],
  async run({ zone: given, servers = "all", ...wanted }, context) {
    const zone = zoneNameOf(given) ?? (await resolveZone(context, given)).domain;
    refuseForeign(context, zone);
    const check = checkOf(zone, wanted);
    const asking = askingFor(context, LOOK_MS);
    const { looks, note } = await lookOnce(context, asking, { subject: { zone, checks: [check] }, servers });
    // Without a value to compare with, the servers are compared with each other.
    return propagationOf(isEverywhere(looks) && (check.amount !== "some" || areAlike(looks)), looks, note);
  },
  text: (output) => lines(propagationLines(output)),
});

interface Wanted {
  readonly name: string;
  readonly type: Check["question"]["type"] & Parameters<typeof parseRdata>[0];
  readonly expect?: readonly string[] | undefined;
  readonly absent?: boolean | undefined;
}

function checkOf(zone: string, { name, type, expect = [], absent = false }: Wanted): Check {
  const question = { name: atField("name", () => parseOwnerName(name, zone)), type };
  const values = expect.map((value, at) => atField(`expect[${at}]`, () => rdataKey(parseRdata(type, { zone, value }))));
  if (values.length === 0) return { question, present: [], absent: [], amount: absent ? "none" : "some" };
  return { question, present: absent ? [] : values, absent: absent ? values : [], amount: "any" };
}

interface Around {
  readonly subject: Subject;
  readonly servers: "authoritative" | "public" | "all";
}

interface Seen {
  readonly looks: readonly ServerLook[];
  readonly note: string | undefined;
}

async function lookOnce(context: Context, asking: Asking, { subject, servers }: Around): Promise<Seen> {
  if (servers === "public")
    return { looks: await lookAll(asking, await publicTargets(asking), subject), note: undefined };
  const authority = await authorityOf(context, asking, subject.zone);
  const first = await lookAll(asking, authoritativeTargets(authority), subject);
  if (servers === "authoritative") return { looks: first, note: authority.note };
  if (isTooEarly(first)) {
    const why = "Public resolvers were not asked: they would keep the no. With servers: public they are.";
    return { looks: first, note: authority.note === undefined ? why : `${authority.note} ${why}` };
  }
  return { looks: [...first, ...(await lookAll(asking, await publicTargets(asking), subject))], note: authority.note };
}

/** Where an authoritative server says no, a resolver that has not asked yet would learn it and keep it (RFC 2308 §5). */
function isTooEarly(looks: readonly ServerLook[]): boolean {
  return looks.some(({ ok, judged }) => !ok && judged?.negativeTtl !== undefined);
}
