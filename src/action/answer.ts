// What an operation answered, as far as the step's outputs need it: read leniently, since every operation has its own.
import * as z from "zod";

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

const answer = z.looseObject({
  changed: z.boolean().optional(),
  // An operation may have fields of these names that are something else.
  record: answeredRecord.optional().catch(undefined),
  records: z.array(answeredRecord).optional().catch(undefined),
  warnings: z.array(z.string()).optional(),
});

export interface Answer {
  /** `undefined` where the operation only reads. */
  readonly changed: boolean | undefined;
  readonly records: readonly AnsweredRecord[];
  readonly warnings: readonly string[];
}

/** Reads an operation's output. */
export function readAnswer(output: unknown): Answer {
  const { changed, record, records, warnings } = answer.parse(output);
  return { changed, records: records ?? (record === undefined ? [] : [record]), warnings: warnings ?? [] };
}
