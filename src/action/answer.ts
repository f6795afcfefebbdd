// What an operation answered, as far as the step's outputs need it: read leniently, since every operation has its own.
import * as z from "zod";
import { planDiff } from "../core/operations/shapes/plan-row.ts";
import { type Propagation, propagationField } from "../core/operations/shapes/propagation.ts";

const answeredRecord = z.looseObject({
  id: z.string(),
  zone: z.string(),
  fqdn: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.number().optional(),
});
export type AnsweredRecord = z.output<typeof answeredRecord>;

const content = z.looseObject({ value: z.string(), ttl: z.number(), priority: z.number().optional() });
const plannedChange = z.looseObject({
  action: z.enum(["create", "update", "delete"]),
  name: z.string(),
  type: z.string(),
  before: content.optional(),
  after: content.optional(),
});

const answer = z.looseObject({
  changed: z.boolean().optional(),
  // An operation may have fields of these names that are something else.
  record: answeredRecord.optional().catch(undefined),
  records: z.array(answeredRecord).optional().catch(undefined),
  zone: z.string().optional().catch(undefined),
  changes: z.array(plannedChange).optional().catch(undefined),
  warnings: z.array(z.string()).optional(),
  propagation: propagationField.propagation.catch(undefined),
});

export interface Answer {
  /** `undefined` where the operation only reads. */
  readonly changed: boolean | undefined;
  readonly records: readonly AnsweredRecord[];
  /** What the answer says would change, as a diff of zone-file lines. */
  readonly planned: readonly string[];
  readonly warnings: readonly string[];
  /** What name servers answered, when it waited for them. */
  readonly propagation: Propagation | undefined;
}

/** Reads an operation's output. */
export function readAnswer(output: unknown): Answer {
  const { changed, record, records, zone = "", changes = [], warnings, propagation } = answer.parse(output);
  return {
    changed,
    records: records ?? (record === undefined ? [] : [record]),
    planned: planDiff({ changes: changes.map((change) => ({ ...change, name: fullName(change.name, zone) })) }),
    warnings: warnings ?? [],
    propagation,
  };
}

// Plans name their records relative to the zone; what a step tells is read without it.
function fullName(name: string, zone: string): string {
  return name === "@" ? zone : `${name}.${zone}`;
}
