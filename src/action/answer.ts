// What an operation answered, as far as the step's outputs need it: read leniently, since every operation has its own.
import * as z from "zod/mini";
import { planDiff } from "../core/operations/shapes/plan-row.ts";
import { type Propagation, propagationField } from "../core/operations/shapes/propagation.ts";

const answeredRecord = z.looseObject({
  id: z.string(),
  zone: z.string(),
  fqdn: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.optional(z.number()),
});
export type AnsweredRecord = z.output<typeof answeredRecord>;

const content = z.looseObject({ value: z.string(), ttl: z.number(), priority: z.optional(z.number()) });
const plannedChange = z.looseObject({
  action: z.enum(["create", "update", "delete"]),
  name: z.string(),
  type: z.string(),
  before: z.optional(content),
  after: z.optional(content),
});

const answer = z.looseObject({
  changed: z.optional(z.boolean()),
  // An operation may have fields of these names that are something else.
  record: z.catch(z.optional(answeredRecord), undefined),
  records: z.catch(z.optional(z.array(answeredRecord)), undefined),
  total: z.catch(z.optional(z.number()), undefined),
  zone: z.catch(z.optional(z.string()), undefined),
  changes: z.catch(z.optional(z.array(plannedChange)), undefined),
  guards: z.catch(z.optional(z.array(z.looseObject({ message: z.string() }))), undefined),
  warnings: z.optional(z.array(z.string())),
  propagation: z.catch(propagationField.propagation, undefined),
});

export interface Answer {
  /** `undefined` where the operation only reads. */
  readonly changed: boolean | undefined;
  readonly records: readonly AnsweredRecord[];
  /** How many records there are in all, where the answer may hold a part of them. */
  readonly total: number | undefined;
  /** What the answer says would change, as a diff of zone-file lines. */
  readonly planned: readonly string[];
  /** Why what is planned needs a yes, as sentences. */
  readonly guards: readonly string[];
  /** The zone it is about, "" where the answer names none. */
  readonly zone: string;
  readonly warnings: readonly string[];
  /** What name servers answered, when it waited for them. */
  readonly propagation: Propagation | undefined;
}

/** Reads an operation's output. */
export function readAnswer(output: unknown): Answer {
  const {
    changed,
    record,
    records,
    total,
    zone = "",
    changes = [],
    guards = [],
    warnings,
    propagation,
  } = answer.parse(output);
  return {
    changed,
    records: records ?? (record === undefined ? [] : [record]),
    total,
    planned: planDiff({ changes: changes.map((change) => ({ ...change, name: fullName(change.name, zone) })) }),
    guards: guards.map(({ message }) => message),
    zone,
    warnings: warnings ?? [],
    propagation,
  };
}

// Plans name their records relative to the zone; what a step tells is read without it.
function fullName(name: string, zone: string): string {
  return name === "@" ? zone : `${name}.${zone}`;
}
