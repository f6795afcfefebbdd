// The laws of the ladder, on its own: what a token is good for, and that it is good for nothing else.
import * as fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConfirmationRequest } from "../../src/core/confirmation.ts";
import {
  confirmationLadder,
  type Ladder,
  OpenQuestion,
  TOKEN_LIFETIME_MS,
} from "../../src/core/confirmation-ladder.ts";
import type { TokenStore } from "../../src/core/state.ts";
import { fileTokenStore } from "../../src/platform/state/file-stores.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { memoryTokenStore } from "../support/memory-token-store.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vps-dns-ladder-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const stores: readonly [string, () => TokenStore][] = [
  ["in memory", memoryTokenStore],
  ["in files", () => fileTokenStore(folder, systemClock)],
];

type Bound = Pick<ConfirmationRequest, "operation" | "target" | "input" | "observed">;

const members = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const bound: fc.Arbitrary<Bound> = fc.record({
  operation: fc.constantFrom("delete_zone", "remove_domain"),
  target: fc.constantFrom("example.com", "example.org"),
  input: members,
  observed: fc.jsonValue({ maxDepth: 3 }),
});

const request = (what: Bound, given?: string): ConfirmationRequest => ({ ...what, given, preview: "All goes." });

async function tokenFor(ladder: Ladder, what: Bound): Promise<string> {
  const answer = await confirmationLadder(ladder)(request(what));
  if (answer.granted) throw new Error("granted without a yes");
  expect(answer.preview).toBe("All goes.");
  return answer.confirm;
}

const redeem = (ladder: Ladder, what: Bound, token: string) => confirmationLadder(ladder)(request(what, token));

// JSON cannot tell 0 from -0, and neither need a yes.
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return {
    members: Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  };
}

describe.each(stores)("the confirmation ladder, tokens %s", (_, store) => {
  const ladder = (): Ladder => ({ mode: "token", tokens: store(), clock: systemClock });

  it("redeems a token for what it was given for, whatever the order of keys, and once", async () => {
    await fc.assert(
      fc.asyncProperty(bound, async (what) => {
        const own = ladder();
        const token = await tokenFor(own, what);
        const reversed = { ...what, input: Object.fromEntries(Object.entries(what.input).toReversed()) };
        expect(await redeem(own, reversed, token)).toEqual({ granted: true });
        await expect(redeem(own, what, token)).rejects.toMatchObject({ code: "confirmation_invalid" });
      }),
      { numRuns: 30 },
    );
  });

  it("voids a token when operation, target, an argument or what was shown is another", async () => {
    await fc.assert(
      fc.asyncProperty(
        bound,
        bound,
        fc.constantFrom("operation", "target", "input", "observed"),
        async (a, b, part) => {
          const changed = { ...a, [part]: b[part] };
          fc.pre(!same(a, changed));
          const own = ladder();
          const token = await tokenFor(own, a);
          await expect(redeem(own, changed, token)).rejects.toMatchObject({ code: "confirmation_invalid" });
          await expect(redeem(own, a, token)).rejects.toMatchObject({ code: "confirmation_invalid" });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("grants one of many that redeem at once", async () => {
    const own = ladder();
    const what: Bound = { operation: "delete_zone", target: "example.com", input: {}, observed: [] };
    const token = await tokenFor(own, what);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeem(own, what, token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("knows no token that it did not give, however it is written", async () => {
    const what: Bound = { operation: "delete_zone", target: "example.com", input: {}, observed: [] };
    await fc.assert(
      fc.asyncProperty(fc.string(), async (token) => {
        await expect(redeem(ladder(), what, token)).rejects.toMatchObject({ code: "confirmation_invalid" });
      }),
      { numRuns: 30 },
    );
  });
});

describe("the confirmation ladder", () => {
  const what: Bound = { operation: "delete_zone", target: "example.com", input: {}, observed: [] };

  it("redeems to the last millisecond of five minutes, and not after it", async () => {
    for (const [age, isGood] of [
      [TOKEN_LIFETIME_MS, true],
      [TOKEN_LIFETIME_MS + 1, false],
    ] as const) {
      let now = 1_000_000;
      const ladder: Ladder = { mode: "token", tokens: memoryTokenStore(), clock: { ...systemClock, now: () => now } };
      const token = await tokenFor(ladder, what);
      now += age;
      const tried = redeem(ladder, what, token);
      if (isGood) expect(await tried).toEqual({ granted: true });
      else await expect(tried).rejects.toMatchObject({ code: "confirmation_invalid" });
    }
  });

  it("leaves the operation with its question where a person can be asked, and takes its yes for the first question only", async () => {
    const ladder: Ladder = { mode: "ask", tokens: memoryTokenStore(), clock: systemClock };
    const question = await confirmationLadder({ ...ladder, canAsk: true })(request(what)).catch(
      (error: unknown) => error,
    );
    if (!(question instanceof OpenQuestion)) throw new Error("nobody was asked");
    expect(question).toMatchObject({ preview: "All goes.", target: "example.com" });
    const resumed = confirmationLadder({ ...ladder, canAsk: true, resumed: { yes: question.token } });
    expect(await resumed(request(what))).toEqual({ granted: true });
    await expect(resumed(request(what))).rejects.toBeInstanceOf(OpenQuestion);
  });

  it("asks where a price is not known, even where nobody is to be asked", async () => {
    const ladder: Ladder = { mode: "off", tokens: memoryTokenStore(), clock: systemClock };
    const confirm = confirmationLadder({ ...ladder, canAsk: true });
    expect(await confirm(request(what))).toEqual({ granted: true });
    const answer = await confirm({ ...request(what), always: true });
    if (answer.granted) throw new Error("granted without a yes");
    const redeemed = await confirmationLadder(ladder)({ ...request(what, answer.confirm), always: true });
    expect(redeemed).toEqual({ granted: true });
  });

  it("takes a call's token for its first question, and asks for the next", async () => {
    const ladder: Ladder = { mode: "token", tokens: memoryTokenStore(), clock: systemClock };
    const token = await tokenFor(ladder, what);
    const call = confirmationLadder(ladder);
    expect(await call(request(what, token))).toEqual({ granted: true });
    expect(await call(request(what, token))).toMatchObject({ granted: false });
  });
});
