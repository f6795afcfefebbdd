// Lists in both shapes, in pages, and long.
import { describe, expect, it } from "vitest";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, fieldsOf, rowsIn, textIn, valueIn } from "./support/ask.ts";

const RECORDS = "/dns-zones/abc123-def456-ghi789/records/";

describe("a list", () => {
  it("comes whole as a bare array, and the domains in an envelope", async () => {
    const sandbox = await startTestSandbox({ pageSize: 3 });
    expect(rowsIn((await ask(sandbox, "GET", RECORDS)).body)).toHaveLength(12);
    const { body } = await ask(sandbox, "GET", "/domains/");
    expect(body).toMatchObject({ count: 4, next: `${sandbox.url}/domains/?page=2`, previous: null });
    expect(rowsIn(body)).toHaveLength(3);
  });

  it.each([
    ["absolute", (url: string) => url],
    ["relative", () => "/api/v1"],
  ] as const)("comes in pages with %s links that lead through all of it once", async (nextLinks, base) => {
    const sandbox = await startTestSandbox({ lists: "envelope", pageSize: 5, nextLinks });
    const whole = rowsIn(valueIn((await ask(sandbox, "GET", "/dns-zones/abc123-def456-ghi789/")).body, "records"));
    const seen: unknown[] = [];
    let path: string | undefined = "/dns-records/?zone=abc123-def456-ghi789";
    while (path !== undefined) {
      const { body }: { body: unknown } = await ask(sandbox, "GET", path);
      seen.push(...rowsIn(body));
      expect(valueIn(body, "count")).toBe(12);
      const next = valueIn(body, "next");
      path = typeof next === "string" ? next.slice(base(sandbox.url).length) : undefined;
    }
    expect(seen).toEqual(whole);
  });

  it("may count without pointing on, and answers 404 beyond its last page", async () => {
    const sandbox = await startTestSandbox({ lists: "envelope", pageSize: 5, nextLinks: "none" });
    const { body } = await ask(sandbox, "GET", `${RECORDS}?page=3`);
    expect(fieldsOf(body)).toEqual(["count", "results"]);
    expect(rowsIn(body).map((row) => textIn(row, "uuid"))).toEqual(["rec-011", "rec-012"]);
    for (const page of ["4", "0", "x"]) expect((await ask(sandbox, "GET", `${RECORDS}?page=${page}`)).status).toBe(404);
  });

  it("has neither next nor previous while it fits a page", async () => {
    const sandbox = await startTestSandbox({ lists: "envelope" });
    expect(fieldsOf((await ask(sandbox, "GET", "/dns-zones/")).body)).toEqual(["count", "results"]);
  });

  it("of some thousand rows comes in pieces, and whole", async () => {
    const sandbox = await startTestSandbox();
    const names = Array.from({ length: 2500 }, (_, index) => `h${index}`);
    const queue = names.values();
    const worker = async () => {
      for (const name of queue) await ask(sandbox, "POST", RECORDS, { record_type: "A", name, value: "192.0.2.5" });
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const answer = await ask(sandbox, "GET", RECORDS);
    expect(answer.headers.get("content-length")).toBeNull();
    const got = rowsIn(answer.body).map((row) => textIn(row, "name"));
    expect(got).toHaveLength(2512);
    expect(new Set(got)).toEqual(new Set([...got, ...names]));
  });
});
