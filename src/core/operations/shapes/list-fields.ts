// What every list tells beside its rows.
import * as z from "zod/mini";

/** The schema of what every list tells. */
export const listFields = {
  total: z.number(),
  next_cursor: z.optional(z.string()).check(z.describe("Only while there is more")),
  incomplete: z.optional(z.boolean()).check(z.describe("The API held back what it counted")),
};

/** The fields of a page; those that say nothing are left out. */
export function listFieldsOf(of: {
  readonly total: number;
  readonly nextCursor: string | undefined;
  readonly incomplete: boolean;
}): { total: number; next_cursor?: string; incomplete?: true } {
  return {
    total: of.total,
    ...(of.nextCursor === undefined ? {} : { next_cursor: of.nextCursor }),
    ...(of.incomplete ? { incomplete: true } : {}),
  };
}
