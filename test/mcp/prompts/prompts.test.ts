// Prompts as hosts of both eras get them: true for the tools that exist, and safe to fill in.
import * as fc from "fast-check";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { toolRows } from "../../../src/mcp/tool-list.ts";
import { getPrompt } from "../../../src/mcp/prompts/get-prompt.ts";
import { listedPrompts } from "../../../src/mcp/prompts/prompt-list.ts";
import { type SandboxSession, startSession } from "../../support/session.ts";
import { readers, readingDeps } from "../support/reading-client.ts";

const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verify_domain: { zone: "example.com", service: "github-pages", code: "0123456789abcdef" },
  set_up_email: { zone: "example.com", provider: "Fastmail" },
  import_zone: { zone: "example.com", source: "the file zone.txt" },
  move_website: { zone: "example.com", target: "192.0.2.80", name: "www" },
  audit_zone: { zone: "example.com" },
};

let test: SandboxSession;
beforeAll(async () => {
  test = await startSession();
});
afterAll(() => test[Symbol.asyncDispose]());

describe.each(Object.entries(readers))("a client of %s", (_, connect) => {
  it("is listed the prompts with their arguments", async () => {
    await using client = await connect(readingDeps(test));
    const { prompts } = await client.lists();
    expect(prompts).toMatchObject({
      prompts: Object.entries(GIVEN).map(([name, given]) => ({
        name,
        arguments: Object.keys(given).map((argument) => ({ name: argument })),
      })),
    });
  });

  it.each(Object.entries(GIVEN))("gets %s filled in", async (name, given) => {
    await using client = await connect(readingDeps(test));
    await expect(client.prompt(name, given)).resolves.toMatchFileSnapshot(`./snapshots/${name}.txt`);
  });

  it.each([
    ["no_such_prompt", {}, "There is no such prompt; prompts/list shows those there are."],
    ["audit_zone", {}, "audit_zone needs zone: Zone name, such as example.com."],
    ["audit_zone", { zone: " " }, "audit_zone needs zone"],
    ["audit_zone", { zone: "not a name" }, "[invalid_name]"],
    ["move_website", { zone: "example.com" }, "move_website needs target"],
    ["audit_zone", { zone: "example.com", depth: "9" }, "audit_zone takes zone, and nothing else."],
  ])("is told what is wrong with %s %j", async (name, given, words) => {
    await using client = await connect(readingDeps(test));
    const refusal = await client
      .prompt(name, Object.fromEntries(Object.entries(given)))
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: -32602 });
    expect(String(refusal)).toContain(words);
  });
});

describe("the prompts", () => {
  it("ask the API for nothing", async () => {
    test.requests();
    await getPrompt("audit_zone", { zone: "example.com" }, toolRows);
    expect(test.requests()).toEqual([]);
  });

  it("name tools, and only those that exist, whatever is enabled", async () => {
    const names = toolRows.map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(fc.subarray([...toolRows]), async (tools) => {
        for (const { name } of listedPrompts(tools)) {
          const { messages } = await getPrompt(name, GIVEN[name] ?? {}, tools);
          const words = new Set(JSON.stringify(messages).match(/[a-z]+(?:_[a-z]+)+/g));
          const missing = names.filter((tool) => words.has(tool) && !tools.some((one) => one.name === tool));
          expect(missing, name).toEqual([]);
        }
      }),
    );
    const { messages } = await getPrompt("set_up_email", { zone: "example.com" }, toolRows);
    expect(JSON.stringify(messages)).toContain("apply_preset");
  });

  it("leave free arguments no way out of their quotes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
        const target = `${text}SEEN`;
        const { messages } = await getPrompt("move_website", { zone: "example.com", target }, toolRows);
        const content = messages[0]?.content;
        const said = content?.type === "text" ? content.text : "";
        expect(said).toContain("SEEN");
        expect(said.replace(/"(?:[^"\\]|\\.)*"/g, '""')).not.toContain("SEEN");
        expect(said.split("\n")).toHaveLength(6);
      }),
    );
  });

  it("take names in any script", async () => {
    const { messages } = await getPrompt("audit_zone", { zone: "BÜCHER.example." }, toolRows);
    expect(JSON.stringify(messages)).toContain("Audit the zone xn--bcher-kva.example.");
  });
});
