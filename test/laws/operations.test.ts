// The promises of the operations table; a failing law is mended in the row, never in the law.
import { existsSync } from "node:fs";
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { startSession } from "../support/session.ts";

const VERBS =
  /^(?:list|get|create|update|replace|delete|ensure|set|apply|plan|undo|export|lint|check|register|remove|transfer)_/;
const API_OPERATIONS = [
  "Z1",
  "Z2",
  "Z3",
  "Z4",
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "D1",
  "D2",
  "D3",
  "D4",
  "D5",
  "D6",
];

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  it("has a file, a name and a summary as the house wants them", () => {
    expect(existsSync(`src/core/operations/${name.replaceAll("_", "-")}.ts`)).toBe(true);
    expect(name).toMatch(VERBS);
    expect(name.length).toBeLessThanOrEqual(24);
    expect(operation.summary.length).toBeLessThanOrEqual(400);
    expect(operation.examples.length).toBeGreaterThan(0);
  });

  it("takes a flat strict object whose every field is described", () => {
    const schema = z.toJSONSchema(operation.input, { io: "input" });
    expect(schema.additionalProperties).toBe(false);
    for (const [field, value] of Object.entries(schema.properties ?? {})) {
      expect(typeof value === "object" ? value.description : undefined, field).toBeTruthy();
    }
  });

  it("never answers with a token or an auth code field", () => {
    const schema = JSON.stringify(z.toJSONSchema(operation.output, { io: "output" }));
    expect(schema).not.toMatch(/"(?:token|auth_code)":\{/);
  });

  it.each(operation.examples.map((example) => [example.title, example] as const))(
    "runs its example: %s",
    async (_, { input, needs }) => {
      await using test = await startSession({ allowPurchases: true });
      const given = needs === undefined ? {} : (await test.run(needs.operation, needs.input)).output;
      const filled = needs === undefined ? input : { ...input, [needs.gives]: given[needs.gives] };
      const output = await runOperation(operation, filled, test.context());
      expect(operation.text(output)).toBeTruthy();
    },
  );
});

describe("the table", () => {
  it("reaches every operation of the API", () => {
    const reached = new Set(operations.flatMap(({ api }) => api));
    expect(API_OPERATIONS.filter((id) => !reached.has(id))).toEqual([]);
  });

  it("gives one field name one kind everywhere", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { input } of operations) {
      for (const [field, value] of Object.entries(z.toJSONSchema(input, { io: "input" }).properties ?? {})) {
        const kind = typeof value === "object" ? String(value.type) : "any";
        kinds.set(field, (kinds.get(field) ?? new Set()).add(kind));
      }
    }
    expect([...kinds].filter(([, types]) => types.size > 1).map(([field]) => field)).toEqual([]);
  });
});
