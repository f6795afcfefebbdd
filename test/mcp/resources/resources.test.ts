// Resources, templates and completions as hosts of both eras get them.
import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";
import { readers, readingDeps } from "../support/reading-client.ts";

const ADDRESSES = ["vps://zones", "vps://domains", "ui://vps-dns/plan"];
const TEMPLATES = ["vps://zones/{zone}", "vps://changes/{change}"];

describe.each(Object.entries(readers))("a client of %s", (_, connect) => {
  it("is listed every resource and template, the same each time, with what hosts show of them", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const { resources, templates } = await client.lists();
    expect(resources).toMatchObject({ resources: ADDRESSES.map((uri) => ({ uri })) });
    expect(templates).toMatchObject({ resourceTemplates: TEMPLATES.map((uriTemplate) => ({ uriTemplate })) });
    expect(await client.lists()).toEqual(await client.lists());
    expect(test.requests()).toEqual([]);
  });

  it("reads the zones and the domains, a line each", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    expect(await client.read("vps://zones")).toMatch(/^3 zones:\nexample\.com: 12 records, since \S+ ; id \S+\n/);
    expect(await client.read("vps://domains")).toMatch(/^4 domains:\nexample\.com: active, expires /);
  });

  it("reads a zone as the file that export_zone gives, by any spelling of its name", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const { structured } = await client.call("export_zone", { zone: "example.com" });
    expect(await client.read("vps://zones/example.com")).toBe(structured?.["zonefile"]);
    expect(await client.read("vps://zones/EXAMPLE.com.")).toBe(structured?.["zonefile"]);
    expect(await client.readResult("vps://zones/example%2Ecom")).toMatchObject({
      contents: [{ uri: "vps://zones/example%2Ecom", mimeType: "text/dns" }],
    });
  });

  it("reads a change as a diff", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const set = { zone: "example.com", name: "api", type: "A", values: ["192.0.2.99"] };
    const { structured } = await client.call("set_rrset", set);
    const id = String(structured?.["change"]);
    const lines = (await client.read(`vps://changes/${id}`)).split("\n");
    expect(lines[0]).toMatch(new RegExp(`^Change ${id} of example\\.com, 20\\S+Z, by set_rrset: done$`));
    expect(lines.slice(1)).toEqual([
      "1 updated (api A)",
      "- api 300 A 192.0.2.10",
      "+ api 300 A 192.0.2.99",
      "undo_change takes it back.",
    ]);
  });

  it.each([
    ["vps://nothing", "There is no such resource; resources/list shows them."],
    ["vps://zones/", "There is no such resource"],
    ["vps://zones/%E0%A4%A", "There is no such resource"],
    ["vps://zones/example.com/records", "There is no such resource"],
    ["vps://zones/exmaple.com", "[zone_not_found]"],
    ["vps://zones/not%20a%20name", "[zone_not_found]"],
    ["vps://changes/c0", "[change_not_found]"],
  ])("is told that %s is none", async (uri, words) => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const refusal = await client.readResult(uri).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: -32602 });
    expect(String(refusal)).toContain(words);
  });

  it("is told what to do where nothing can be read now", async () => {
    await using test = await startSession({ token: null });
    await using client = await connect(readingDeps(test));
    const refusal = await client.readResult("vps://zones").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: -32603 });
    expect(String(refusal)).toContain("[token_missing]");
  });

  it("sees of the account what the allow-list lets through", async () => {
    await using test = await startSession({ zones: ["example.com"] });
    await using client = await connect(readingDeps(test));
    const all = [await client.read("vps://zones"), await client.read("vps://domains")].join("\n");
    expect(all).toContain("example.com");
    expect(all).not.toMatch(/myapp|example\.org/);
    await expect(client.read("vps://zones/example.org")).rejects.toThrow("[zone_not_allowed]");
    const names = await Promise.all([
      client.complete({ template: "vps://zones/{zone}" }, "zone", ""),
      client.complete({ prompt: "import_zone" }, "zone", ""),
    ]);
    expect(names.flatMap(({ values }) => values)).toEqual(["example.com", "example.com"]);
  });

  it("does not see the change of a zone that is not on the allow-list", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const { structured } = await client.call("create_zone", { domain: "new.example" });
    const narrowed = {
      ...readingDeps(test),
      ...readingDeps({ context: (given) => ({ ...test.context(given), policy }) }),
    };
    await using other = await connect(narrowed);
    await expect(other.read(`vps://changes/${String(structured?.["change"])}`)).rejects.toThrow("[zone_not_allowed]");
    expect(await other.complete({ template: "vps://changes/{change}" }, "change", "")).toMatchObject({ values: [] });
  });

  it("is offered names as they are typed, those that begin so first", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test));
    const zones = (typed: string) => client.complete({ template: "vps://zones/{zone}" }, "zone", typed);
    expect(await zones("EX")).toEqual({ values: ["example.com", "example.org"], total: 2, hasMore: false });
    expect(await zones("org")).toEqual({ values: ["example.org"], total: 1, hasMore: false });
    expect(await zones("none such")).toEqual({ values: [], total: 0, hasMore: false });
    expect((await client.complete({ prompt: "import_zone" }, "zone", "myapp")).values).toEqual([
      "myapp.dev",
      "myapp.io",
    ]);
    expect((await client.complete({ prompt: "verify_domain" }, "service", "github")).values).toEqual([
      "github-pages",
      "github-org",
    ]);
    expect((await client.complete({ prompt: "verify_domain" }, "code", "x")).values).toEqual([]);
    expect((await client.complete({ prompt: "no_such_prompt" }, "zone", "e")).values).toEqual([]);
  });

  it("is offered nothing, rather than an error, where the account cannot be read", async () => {
    await using test = await startSession({ token: null });
    await using client = await connect(readingDeps(test));
    expect((await client.complete({ prompt: "audit_zone" }, "zone", "e")).values).toEqual([]);
  });

  it("is offered a hundred names at most, and told how many there are", async () => {
    await using test = await startSession();
    for (let at = 0; at < 120; at += 1) await test.run("create_zone", { domain: `zone-${at}.example` });
    await using client = await connect(readingDeps(test));
    const { values, total, hasMore } = await client.complete({ prompt: "audit_zone" }, "zone", "zone-");
    expect([values.length, total, hasMore]).toEqual([100, 120, true]);
  });

  it("has no resource whose tool is not there", async () => {
    await using test = await startSession();
    await using client = await connect(readingDeps(test, { toolsets: ["domains"] }));
    expect(await client.lists()).toMatchObject({
      resources: { resources: [{ uri: "vps://domains" }, { uri: "ui://vps-dns/plan" }] },
      templates: { resourceTemplates: [] },
      prompts: { prompts: [] },
    });
    await expect(client.read("vps://zones")).rejects.toThrow("There is no such resource");
    expect((await client.complete({ template: "vps://zones/{zone}" }, "zone", "")).values).toEqual([]);
  });
});

describe("a client of 2026-07-28 alone", () => {
  it("is listed what was reviewed", async () => {
    await using test = await startSession();
    await using client = await readers["2026-07-28"](readingDeps(test));
    const { resources, templates, prompts } = await client.lists();
    const reviewed = `${JSON.stringify({ resources, templates, prompts }, null, 2)}\n`;
    await expect(reviewed).toMatchFileSnapshot("./snapshots/lists.txt");
  });

  it("is told how long each answer keeps, and for whom", async () => {
    await using test = await startSession();
    await using client = await readers["2026-07-28"](readingDeps(test));
    const forAll = { ttlMs: 3_600_000, cacheScope: "public" };
    expect(await client.lists()).toMatchObject({
      tools: forAll,
      resources: forAll,
      templates: forAll,
      prompts: forAll,
    });
    const own = { ttlMs: 60_000, cacheScope: "private" };
    expect(await client.readResult("vps://zones")).toMatchObject(own);
    expect(await client.readResult("vps://zones/example.com")).toMatchObject(own);
  });
});

const policy = { zones: ["example.com"], allowPurchases: false, concurrency: 4 };
