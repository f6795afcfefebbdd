// A dry run of any operation: every example of every row, run dry and then for good on the same sandbox.
import { describe, expect, it } from "vitest";
import { dryRunApi } from "../../src/action/dry-run-api.ts";
import { planText } from "../../src/action/plan-text.ts";
import { rememberReads } from "../../src/action/seen.ts";
import { inZoneOrder, type StepChange } from "../../src/action/step-change.ts";
import { watchWrites } from "../../src/action/watched-api.ts";
import type { Context } from "../../src/core/context.ts";
import type { Operation } from "../../src/core/operation.ts";
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
  operation.examples.map((example) => [operation.name, example.title, operation, example] as const),
);

/** Runs an example on a seeded sandbox of its own, after the call that it needs. */
async function play(operation: Operation, { input, needs }: Operation["examples"][number], dry: boolean) {
  await using session = await startSession({ allowPurchases: true, confirmation: yes });
  const { context, changes } = watched(session.context(), { dry });
  const given = needs === undefined ? {} : (await session.run(needs.operation, needs.input)).output;
  session.requests();
  const filled = needs === undefined ? input : { ...input, [needs.gives]: given[needs.gives] };
  const output = await runOperation(operation, filled, context);
  return { changed: output["changed"], plan: planText(inZoneOrder(changes())), requests: session.requests() };
}

describe("a dry run", () => {
  it.each(examples)("of %s (%s) sends no write and tells what then happens", async (_name, _title, ...example) => {
    const foretold = await play(...example, true);
    expect(foretold.requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
    const done = await play(...example, false);
    expect({ ...foretold, requests: [] }).toEqual({ ...done, requests: [] });
  });
});
