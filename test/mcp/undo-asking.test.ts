// A chain of undoings that comes to a question half-way (issue 7): whatever the person says, all that was taken back is told.
import { describe, expect, it } from "vitest";
import { startConfirming } from "./support/confirming-server.ts";
import { type Elicited, eras, type TestPerson } from "./support/in-process.ts";

const zone = "tiny.example";
const YES: Elicited = { action: "accept", content: { confirm: true } };

describe.each(Object.entries(eras))("%s", (_, connect) => {
  /** A zone made and filled in three changes; taking the first back asks, the later ones not. */
  async function scene(person: TestPerson) {
    const server = await startConfirming();
    const change = async (name: string, input: object) => String((await server.own.run(name, input)).output["change"]);
    const made = await change("create_zone", { domain: zone });
    const address = await change("create_record", { zone, type: "A", name: "www", value: "192.0.2.1" });
    const text = await change("create_record", { zone, type: "TXT", name: "@", value: "hello" });
    const asked: string[] = [];
    const heard: TestPerson =
      person &&
      ((message) => {
        asked.push(message);
        return person(message);
      });
    const client = await connect(server.deps, heard);
    return {
      undone: [
        { change: text, summary: "1 created (@ TXT)" },
        { change: address, summary: "1 created (www A)" },
        { change: made, summary: "zone created" },
      ],
      before: `Taken back: ${text}, 1 created (@ TXT); ${address}, 1 created (www A)`,
      asked,
      undo: (more: object = {}) => client.call("undo_change", { change: made, and_later: true, ...more }),
      zones: async () => (await server.others.run("list_zones", { domain: zone })).output["total"],
      [Symbol.asyncDispose]: async () => {
        await client[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  }

  it("after a yes, lists what went before the question too", async () => {
    await using stage = await scene(() => Promise.resolve(YES));
    const answer = await stage.undo();
    expect(stage.asked).toEqual([expect.stringContaining(`${stage.before}. This deletes the zone tiny.example`)]);
    expect(answer).toMatchObject({
      isError: false,
      structured: { status: "done", changed: true, undone: stage.undone },
    });
    expect(answer.text).toContain(`${stage.before}; ${stage.undone[2]?.change}, zone created.`);
    expect(await stage.zones()).toBe(0);
  });

  it("after a no, tells what went before the question", async () => {
    await using stage = await scene(() => Promise.resolve({ action: "decline" }));
    const answer = await stage.undo();
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain(
      `[confirmation_declined] ${stage.before}. The person declined the rest of undo_change`,
    );
    expect(await stage.zones()).toBe(1);
  });

  it("where nobody can be asked, lists it with the preview, and with the token all", async () => {
    await using stage = await scene(undefined);
    const open = await stage.undo();
    expect(open).toMatchObject({
      isError: false,
      structured: { status: "confirmation_required", changed: true, undone: stage.undone.slice(0, 2) },
    });
    expect(open.text).toMatch(/^Taken back: .*\. This deletes the zone .*\. The rest has not changed\.\n/);
    const answer = await stage.undo({ confirm: open.structured?.["confirm"] });
    expect(answer).toMatchObject({ structured: { status: "done", undone: stage.undone } });
  });

  it("tells it again when the question comes again", async () => {
    await using stage = await scene(undefined);
    await stage.undo();
    expect(await stage.undo()).toMatchObject({ structured: { changed: true, undone: stage.undone.slice(0, 2) } });
  });
});
