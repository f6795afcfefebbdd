// apply_preset against the sandbox: what it says, what it sends, what it refuses before and after it has looked.
import { describe, expect, it } from "vitest";
import { memoryJournal } from "../../../src/core/journal/memory-state.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { queryDns } from "../../support/dns-query.ts";
import { type SandboxSession, startSession } from "../../support/session.ts";

const zone = "example.com";
const HEX = "0123456789abcdef0123456789abcd";
const READS = ["GET /dns-zones/?domain=example.com", "GET /dns-zones/abc123-def456-ghi789/records/"];

async function answered({ sandbox }: SandboxSession, name: string, type: string) {
  const { answers } = await queryDns({ server: sandbox.nameserver, name, type, tcp: true });
  return answers.map(({ value }) => value).sort();
}

describe("apply_preset", () => {
  it("adds a code, tells how long it is needed, and writes nothing the second time", async () => {
    await using session = await startSession();
    const input = { zone, preset: "github-pages", values: ["owner=octocat", `code=${HEX}`] };
    const first = await session.run("apply_preset", input);
    expect(first.text).toMatchInlineSnapshot(`
      "example.com:
      created: _github-pages-challenge-octocat 3600 TXT "0123456789abcdef0123456789abcd" ; id ID
      It stays for good: GitHub looks again. Verifying may take up to a day.
      Change CHANGE; undo_change takes it back."
    `);
    expect(session.requests()).toEqual([...READS, "POST /dns-zones/abc123-def456-ghi789/records/"]);
    const second = await session.run("apply_preset", input);
    expect(second.output).toMatchObject({ changed: false, records: [{ outcome: "adopted" }] });
    expect(session.requests()).toEqual(READS);
  });

  it("takes values as a mapping, with lists, numbers and yes or no in it", async () => {
    await using session = await startSession();
    const values = { include: ["_spf.google.com"], ip4: "192.0.2.1 192.0.2.2", a: true };
    const { text } = await session.run("apply_preset", { zone, preset: "SPF", values });
    expect(text).toMatchInlineSnapshot(`
      "example.com:
      updated: @ 3600 TXT "v=spf1 mx a ip4:192.0.2.1 ip4:192.0.2.2 include:_spf.google.com -all" ; id rec-006
      replaced: @ 3600 TXT "v=spf1 mx -all"
      It stays while the domain sends mail.
      Change CHANGE; undo_change takes it back."
    `);
    expect(await answered(session, zone, "TXT")).toEqual([
      "v=spf1 mx a ip4:192.0.2.1 ip4:192.0.2.2 include:_spf.google.com -all",
    ]);
  });

  it("tells which issuers a CAA lock took away", async () => {
    await using session = await startSession();
    await session.run("set_rrset", {
      zone,
      name: "@",
      type: "CAA",
      values: ['0 issue "ca.example.org"', '0 issuewild "ca.example.net"', '0 iodef "mailto:ca@example.com"'],
    });
    const { output } = await session.run("apply_preset", {
      zone,
      preset: "caa-lock",
      values: ["issuer=letsencrypt.org", "wildcard=no"],
    });
    expect(output["replaced"]).toEqual([
      { name: "@", type: "CAA", value: '0 issue "ca.example.org"', ttl: 3600 },
      { name: "@", type: "CAA", value: '0 issuewild "ca.example.net"', ttl: 3600 },
    ]);
    expect(await answered(session, zone, "CAA")).toEqual([
      '0 iodef "mailto:ca@example.com"',
      '0 issue "letsencrypt.org"',
      '0 issuewild ";"',
    ]);
  });

  it("tells the target before a switch, and undo brings it back", async () => {
    await using session = await startSession({ journal: memoryJournal(systemClock) });
    const to = (target: string) =>
      session.run("apply_preset", { zone, preset: "blue-green", values: { name: "app", target } });
    await to("blue.example.net");
    const { output } = await to("green.example.net");
    expect(output).toMatchObject({
      records: [{ name: "app", value: "green.example.net", ttl: 60, outcome: "updated" }],
      replaced: [{ name: "app", type: "CNAME", value: "blue.example.net", ttl: 60 }],
    });
    await session.run("undo_change", { change: output["change"] });
    expect(await answered(session, "app.example.com", "CNAME")).toEqual(["blue.example.net"]);
  });

  it("takes a preview away by its number, and is fine when it has gone", async () => {
    await using session = await startSession();
    await session.run("apply_preset", { zone, preset: "pr-preview", values: { number: 17, target: "p.example.net" } });
    const close = { zone, preset: "pr-preview", values: { number: 17 }, state: "absent" };
    const first = await session.run("apply_preset", close);
    expect(first.output).toMatchObject({ changed: true, records: [{ name: "pr-17.preview", outcome: "removed" }] });
    expect(first.output).not.toHaveProperty("note");
    const second = await session.run("apply_preset", close);
    expect(second.output).toMatchObject({ changed: false, records: [] });
    expect(second.text).toBe("Already so in example.com.");
  });

  it("waits until the name servers answer", async () => {
    await using session = await startSession();
    const input = { zone, preset: "mta-sts", values: ["id=1"], wait: "authoritative", wait_timeout: 20 };
    const { output } = await session.run("apply_preset", input);
    expect(output).toMatchObject({ propagation: { propagated: true } });
  });

  it("asks first where it would change much of a zone", async () => {
    await using session = await startSession();
    const input = { zone: "example.org", preset: "github-pages-site", values: ["owner=octocat", "www=no"] };
    await session.run("delete_record", { zone: "example.org", type: "A", name: "www", value: "192.0.2.40" });
    const refusal = await session.refuse("apply_preset", input);
    expect(refusal).toMatchObject({ code: "confirmation_required", field: "confirm" });
    expect(await answered(session, "example.org", "A")).toEqual(["192.0.2.40"]);
    const { output } = await session.run("apply_preset", { ...input, confirm: "example.org" });
    expect(output).toMatchObject({ status: "done", changed: true });
  });
});

describe("apply_preset refuses", () => {
  it.each<readonly [string, string, unknown, object]>([
    ["a preset there is not", "github", [], { code: "invalid_value", field: "preset" }],
    ["a value of another shape", "github-pages", ["owner=octocat", "code=1"], { field: "values.code" }],
    ["a key there is not", "spf", ["includes=_spf.google.com"], { code: "unknown_field" }],
    ["what is no key=value", "spf", ["_spf.google.com"], { field: "values[0]" }],
    ["a missing key", "dkim", { selector: "s1" }, { field: "values.key" }],
    ["a value that is no text", "spf", { include: [{}] }, { field: "values[0]" }],
    ["to take a part out of SPF", "spf", ["mx=yes"], { field: "state" }],
  ])("%s, before any request", async (_, preset, values, problem) => {
    await using session = await startSession();
    const state = "field" in problem && problem.field === "state" ? { state: "absent" } : {};
    expect(await session.refuse("apply_preset", { zone, preset, values, ...state })).toMatchObject(problem);
    expect(session.requests()).toEqual([]);
  });

  it("all keys with an example each, when none is given", async () => {
    await using session = await startSession();
    expect(await session.refuse("apply_preset", { zone, preset: "dkim", values: [] })).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "field": "values.selector",
        "hint": "values takes, such as: selector=s2026, key=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        "message": "The preset dkim needs selector.",
      }
    `);
  });

  it("an eleventh SPF look-up (RFC 7208 §4.6.4), and what stands is untouched", async () => {
    await using session = await startSession();
    const include = Array.from({ length: 10 }, (_, at) => `_s${at}.example.net`);
    const spf = (values: unknown) => ({ zone, preset: "spf", values });
    expect(await session.refuse("apply_preset", spf({ include }))).toMatchObject({ code: "conflict", field: "values" });
    expect(await answered(session, zone, "TXT")).toEqual(["v=spf1 mx -all"]);
    expect(session.requests()).toEqual(READS);
    const { output } = await session.run("apply_preset", spf({ include: include.slice(1) }));
    expect(output).toMatchObject({ changed: true });
    // Addresses cost no look-up, so they may still join a full record.
    expect((await session.run("apply_preset", spf({ ip4: "192.0.2.1" }))).output).toMatchObject({ changed: true });
  });

  it("a CNAME beside other data (RFC 1034 §3.6.2)", async () => {
    await using session = await startSession();
    const values = { name: "mail", target: "green.example.net" };
    expect(await session.refuse("apply_preset", { zone, preset: "blue-green", values })).toMatchObject({
      code: "conflict",
      field: "name",
    });
  });
});
