// A dry run of any operation: every example of every row, run dry and then for good on the same sandbox.
import { describe, expect, it } from "vitest";
import { dryRunApi } from "../../src/action/dry-run-api.ts";
import { planText } from "../../src/action/plan-text.ts";
import { rememberReads } from "../../src/action/seen.ts";
import type { StepChange } from "../../src/action/step-change.ts";
import { watchWrites } from "../../src/action/watched-api.ts";
import type { Context } from "../../src/core/context.ts";
import { operations } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { startSession } from "../support/session.ts";

interface Watched {
  readonly context: Context;
  readonly changes: () => readonly StepChange[];
}

function watched(context: Context, { dry }: { readonly dry: boolean }): Watched {
  const { api, seen } = rememberReads(context.api);
  const { api: witnessed, changes } = watchWrites(dry ? dryRunApi(api, seen) : api, seen, () => {});
  return { context: { ...context, api: witnessed }, changes };
}

const yes = () => Promise.resolve({ granted: true } as const);
const examples = operations.flatMap((operation) =>
  operation.examples.map(({ title, input }) => [operation.name, title, operation, input] as const),
);

describe("a dry run", () => {
  it.each(examples)(
    "of %s (%s) sends no write and tells what then happens",
    async (_name, _title, operation, input) => {
      await using session = await startSession({ allowPurchases: true, confirmation: yes });
      const dry = watched(session.context(), { dry: true });
      const foretold = await runOperation(operation, input, dry.context);
      expect(session.requests().filter((request) => !request.startsWith("GET "))).toEqual([]);
      const real = watched(session.context(), { dry: false });
      const done = await runOperation(operation, input, real.context);
      expect(planText(dry.changes())).toBe(planText(real.changes()));
      expect(foretold["changed"]).toBe(done["changed"]);
    },
  );
});
