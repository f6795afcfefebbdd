// What a failure says is bounded, and what to do about it is never what is left out.
import { describe, expect, it } from "vitest";
import { problemWords } from "../../src/action/job-log.ts";
import { VpsError } from "../../src/core/errors.ts";

describe("problemWords", () => {
  it("keeps the remedy, however much there is to tell before it", () => {
    const words = problemWords(new VpsError("partial", "created a-name A; ".repeat(500), { hint: "Run it again." }));
    expect(words.length).toBeLessThan(2_000);
    expect(words).toMatch(/^\[partial\] created .+… \(9,000 characters in all\) Run it again\.$/);
  });
});
