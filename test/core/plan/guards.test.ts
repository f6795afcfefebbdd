// What the guard says, to the word: people decide by these numbers.
import { describe, expect, it } from "vitest";
import { rrsetKey } from "../../../src/core/dns/compare.ts";
import { EMPTY_WINDOW, guardsOf } from "../../../src/core/plan/guards.ts";
import type { PlannedChange } from "../../../src/core/plan/plan.ts";
import { a, ns, ZONE } from "../../support/builders.ts";

const host = (at: number) => a(`r${at}`, "192.0.2.1");
const many = <Item>(length: number, make: (at: number) => Item) => Array.from({ length }, (_, at) => make(at));
const removed = (at: number): PlannedChange => ({ action: "delete", id: `id-${at}`, before: host(at) });

function said(request: Partial<Parameters<typeof guardsOf>[0]>): readonly string[] {
  const quiet = {
    zone: ZONE,
    changes: [],
    standing: new Set<string>(),
    window: EMPTY_WINDOW,
    emptyDesiredState: false,
  };
  return guardsOf({ ...quiet, ...request }).map(({ message }) => message);
}

describe("guardsOf", () => {
  it.each([
    [4, 10, "4 of 10 RRsets would be deleted or changed: 40 %, and the limit is 30 %."],
    [5, 9, "5 of 9 RRsets would be deleted or changed: 56 %, and the limit is 50 %."],
    [31, 102, "31 of 102 RRsets would be deleted or changed: 30.4 %, and the limit is 30 %."],
    [1200, 3999, "1,200 of 3,999 RRsets would be deleted or changed: 30.1 %, and the limit is 30 %."],
  ])("tells %i of %i with a share over the limit", (gone, size, message) => {
    const standing = new Set(many(size, (at) => rrsetKey(host(at))));
    expect(said({ changes: many(gone, removed), standing })).toEqual([message]);
    const fewer = Math.floor(size * (size < 10 ? 0.5 : 0.3));
    expect(said({ changes: many(fewer, removed), standing })).toEqual([]);
  });

  it("adds what the window disturbed, which counts as standing", () => {
    const disturbed = new Set(many(3, (at) => rrsetKey(host(at))));
    const standing = new Set(many(7, (at) => rrsetKey(host(at + 3))));
    expect(said({ changes: [removed(3)], standing, window: { ...EMPTY_WINDOW, disturbed } })).toEqual([
      "4 of 10 RRsets would be deleted or changed (3 of them in the last ten minutes): 40 %, and the limit is 30 %.",
    ]);
  });

  it("names the apex NS set and an empty desired state", () => {
    const standing = new Set(many(20, (at) => rrsetKey(host(at))));
    const changes: readonly PlannedChange[] = [{ action: "create", after: ns("@", "ns1.example.net") }];
    expect(said({ changes, standing })).toEqual(["It changes the apex NS set of example.com (1 record)."]);
    expect(said({ changes: [removed(0)], standing, emptyDesiredState: true })).toEqual([
      "The desired state is empty and would take away 1 record.",
    ]);
  });
});
