// Nothing is destroyed or bought without a yes (product page §5): every guarded operation, with clients of both eras whose
// person answers, cannot be asked, or only seems to be; proven by what reached the API.
import { describe, expect, it } from "vitest";
import { type ConfirmingOptions, type ConfirmingServer, startConfirming } from "./support/confirming-server.ts";
import { type GuardedCase, guardedCases } from "./support/guarded.ts";
import { type Elicited, eras, type TestClient, type TestPerson } from "./support/in-process.ts";

type Input = Readonly<Record<string, unknown>>;

interface Scene extends AsyncDisposable {
  readonly server: ConfirmingServer;
  readonly client: TestClient;
  readonly input: Input;
  /** What the person was asked, so far. */
  readonly asked: readonly string[];
}

const YES: Elicited = { action: "accept", content: { confirm: true } };

describe.each(Object.entries(eras))("%s", (era, connect) => {
  const isModern = era.includes("2026");

  describe.each(Object.entries(guardedCases))("%s", (_, { operation, prepare, altered, sends, shift }: GuardedCase) => {
    async function scene(person: TestPerson, options: ConfirmingOptions = {}): Promise<Scene> {
      const server = await startConfirming(options);
      const input = await prepare(server);
      const asked: string[] = [];
      const heard: TestPerson =
        person &&
        ((message) => {
          asked.push(message);
          return person(message);
        });
      const client = await connect(server.deps, heard);
      server.writes();
      return {
        server,
        client,
        input,
        asked,
        [Symbol.asyncDispose]: async () => {
          await client[Symbol.asyncDispose]();
          await server[Symbol.asyncDispose]();
        },
      };
    }

    /** The token that comes with a preview; nothing has been sent by then. */
    async function preview({ client, server, input }: Scene): Promise<string> {
      const answer = await client.call(operation, input);
      expect(answer.text).toContain("Nothing has changed.");
      expect(answer).toMatchObject({ isError: false, structured: { status: "confirmation_required", changed: false } });
      expect(server.writes()).toEqual([]);
      const confirm = answer.structured?.["confirm"];
      expect(answer.text).toContain(`confirm: "${String(confirm)}"`);
      return String(confirm);
    }

    async function expectUseless({ client, server }: Scene, input: Input): Promise<void> {
      const answer = await client.call(operation, input);
      expect(answer).toMatchObject({ isError: true });
      expect(answer.text).toMatch(/^\[(confirmation_invalid|plan_not_found|plan_stale)\]/);
      expect(server.writes()).toEqual([]);
    }

    it("is done after a yes, and asked about in our words", async () => {
      await using stage = await scene(() => Promise.resolve(YES));
      const answer = await stage.client.call(operation, stage.input);
      expect(answer).toMatchObject({ isError: false, structured: { status: "done", changed: true } });
      expect(stage.server.writes()).toEqual(sends);
      expect(stage.asked).toHaveLength(1);
      expect(stage.asked[0]).toMatch(/ Go ahead\?$/);
    });

    it.each<[string, Elicited]>([
      ["a no", { action: "decline" }],
      ["a question that is closed", { action: "cancel" }],
      ["a form sent without the tick", { action: "accept", content: { confirm: false } }],
    ])("is not done after %s", async (_said, said) => {
      await using stage = await scene(() => Promise.resolve(said));
      const answer = await stage.client.call(operation, stage.input);
      expect(answer).toMatchObject({ isError: true, structured: undefined });
      expect(answer.text).toMatch(/^\[confirmation_declined\] /);
      expect(stage.server.writes()).toEqual([]);
    });

    it("shows a preview where nobody can be asked; its token does it, once", async () => {
      await using stage = await scene(undefined);
      const confirm = await preview(stage);
      const answer = await stage.client.call(operation, { ...stage.input, confirm });
      expect(answer).toMatchObject({ isError: false, structured: { status: "done", changed: true } });
      expect(stage.server.writes()).toEqual(sends);
      await stage.client.call(operation, { ...stage.input, confirm });
      // Buying is what could be done twice; the second time the sandbox is not even asked.
      expect(stage.server.writes()).toEqual([]);
    });

    it("shows a preview when the answer is broken", async () => {
      await using stage = await scene(() => Promise.resolve({ action: "accept", content: { confirm: "yes" } }));
      const confirm = await preview(stage);
      await stage.client.call(operation, { ...stage.input, confirm });
      expect(stage.server.writes()).toEqual(sends);
    });

    it("shows a preview when a client that says it can ask never answers", async () => {
      const never = new Promise<Elicited>(() => {});
      await using stage = await scene(() => never, { answerWithinMs: 20 });
      if (isModern) {
        // The call has been answered with the question; that the client never comes back is all that can be seen.
        stage.client.call(operation, stage.input).catch(() => {});
        await expect.poll(() => stage.asked.length).toBe(1);
        stage.server.pass(2);
      }
      await preview(stage);
      expect(stage.asked).toHaveLength(1);
    });

    it("takes no token for another argument, and none afterwards", async () => {
      await using stage = await scene(undefined);
      const confirm = await preview(stage);
      const other = await stage.client.call(operation, { ...altered(stage.input), confirm });
      expect(other.isError).toBe(true);
      expect(stage.server.writes()).toEqual([]);
      if (other.text.startsWith("[confirmation_invalid]")) await expectUseless(stage, { ...stage.input, confirm });
    });

    it("takes no token after six minutes", async () => {
      await using stage = await scene(undefined);
      const confirm = await preview(stage);
      stage.server.pass(6);
      await expectUseless(stage, { ...stage.input, confirm });
    });

    it("takes no confirm that was made up, and asks nobody because of it", async () => {
      await using stage = await scene(() => Promise.resolve(YES));
      for (const confirm of ["yes", "true", "example.org", "AAAAAAAAAAAAAAAAAAAAAA"]) {
        await expectUseless(stage, { ...stage.input, confirm });
      }
      expect(stage.asked).toEqual([]);
    });

    const shifts = shift;
    // What a registration shows depends on nothing at the API.
    if (shifts !== undefined)
      it("takes no token, and no yes, for what has changed since it was shown", async () => {
        await using untold = await scene(undefined);
        const confirm = await preview(untold);
        await shifts(untold.server, untold.input);
        untold.server.writes();
        await expectUseless(untold, { ...untold.input, confirm });

        const during: { stage?: Scene } = {};
        await using asking = await scene(async () => {
          if (during.stage !== undefined) await shifts(during.stage.server, during.stage.input);
          during.stage?.server.writes();
          return YES;
        });
        during.stage = asking;
        await expectUseless(asking, asking.input);
      });

    it("asks nobody with --confirm token, and needs nothing with --confirm off", async () => {
      await using token = await scene(() => Promise.resolve(YES), { mode: "token" });
      await preview(token);
      expect(token.asked).toEqual([]);
      await using off = await scene(() => Promise.resolve(YES), { mode: "off" });
      expect(await off.client.call(operation, off.input)).toMatchObject({ structured: { status: "done" } });
      expect(off.server.writes()).toEqual(sends);
      expect(off.asked).toEqual([]);
    });
  });
});
