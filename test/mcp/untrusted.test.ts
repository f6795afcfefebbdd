// What others wrote stays where it belongs (issue 7): one line, visible, capped, and inside quotes that it cannot end;
// through every tool, resource, prompt and question. Structured results carry the exact value.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSession, type TestSession } from "../support/session.ts";
import type { HostileServer } from "../support/hostile-server.ts";
import { propagationLines } from "../../src/core/operations/shapes/propagation.ts";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { MARK, PAYLOADS, startHostileAccount } from "./support/hostile-account.ts";
import { connectAsking } from "./support/in-process.ts";
import { type ReadingClient, readers, readingDeps } from "./support/reading-client.ts";

const zone = "example.com";

/** Every tool, called so that it meets hostile text where it can meet any. */
const CALLS: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  list_zones: [{}],
  get_zone: [{ zone }],
  create_zone: [{ domain: "new.example" }],
  delete_zone: [{ zone }],
  export_zone: [{ zone }, { zone, format: "json" }],
  list_records: [{ zone, limit: 1000 }, { limit: 1000 }, { value: "pwned" }],
  get_record: PAYLOADS.flatMap((_, at) => [{ record: `r-t${at}` }, { record: `r-u${at}` }]),
  create_record: [{ zone, type: "TXT", name: "t0", value: PAYLOADS[1] }],
  update_record: [
    { record: "r-t0", value: "new" },
    { record: "r-u0", ttl: 60 },
  ],
  replace_record: [{ record: "r-t1", type: "TXT", name: "t1", value: "new" }],
  delete_record: [{ zone, type: "TXT", name: "t4" }, { record: "r-u1" }],
  ensure_records: [
    { zone, records: [{ type: "TXT", name: "t1", value: PAYLOADS[1] }] },
    { zone, records: [{ type: "CNAME", name: "t2", value: "x.example.net" }] },
    { zone, records: [{ type: "TXT", name: "t3" }], state: "absent" },
  ],
  set_rrset: [
    { zone, name: "t5", type: "TXT", values: [] },
    { zone, name: "t6", type: "CNAME", values: ["x.example.net"], replace_conflicts: true },
  ],
  apply_preset: [{ zone, preset: "spf", values: [] }],
  plan_zone: [{ zone, records: [{ type: "A", name: "www", value: "192.0.2.2" }], mode: "exact" }],
  apply_plan: [{ plan: PAYLOADS[0]?.slice(0, 100) }],
  list_changes: [{}],
  undo_change: [{ change: PAYLOADS[4] }],
  list_domains: [{}],
  get_domain: [{ domain: zone }],
  register_domain: [{ domain: "new-project.dev", max_price: 30 }],
  update_domain: [{ domain: zone, auto_renew: true, privacy_protection: false }],
  remove_domain: [{ domain: zone }],
  transfer_domain: [{ domain: zone, auth_code: "Xy9Kl2Mn", max_price: 30 }],
  check_domain: [{ domain: zone }],
  check_propagation: [{ zone, name: "t0", type: "TXT", servers: "authoritative" }],
  lint_zone: [{ zone }, { zone, zonefile: `t 300 IN TXT "${MARK} \\" x"\nb 300 IN A ${MARK}\n` }],
  get_account: [{}],
};

/** The TXT records, but for the one that is no text and the one that no zone can hold. */
const KNOWN = PAYLOADS.flatMap((payload, at) =>
  /\p{Cs}/u.test(payload) || payload.length > 65_535 ? [] : [{ type: "TXT", name: `t${at}` }],
);

const connect = readers["2026-07-28"];

let server: HostileServer;
let session: TestSession;
let client: ReadingClient;

beforeAll(async () => {
  server = await startHostileAccount();
  session = openTestSession(server.origin, { token: "vps_test_untrusted", allowPurchases: true });
  client = await connect(readingDeps(session));
});

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await session[Symbol.asyncDispose]();
  await server.close();
});

describe("the payloads", () => {
  it("are caught by these tests where nothing stands in their way", () => {
    for (const payload of PAYLOADS) expect(escapes(`@ 300 TXT "${payload}" and ${payload}`)).not.toEqual([]);
  });
});

describe("hostile text through every tool", () => {
  it("has a call for every tool there is", () => {
    expect(Object.keys(CALLS).sort()).toEqual(toolRows.map(({ name }) => name).sort());
  });

  it.each(Object.entries(CALLS))("%s", async (name, inputs) => {
    for (const input of inputs) {
      const { text } = await client.call(name, input);
      expect(escapes(text), text.slice(0, 2000)).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(40_000);
    }
  });

  it("shows what it holds: the tests above look at something", async () => {
    const { text, structured } = await client.call("list_records", { zone, limit: 1000 });
    expect(text.split(MARK).length).toBeGreaterThan(PAYLOADS.length);
    const values = JSON.stringify(structured);
    for (const payload of PAYLOADS) expect(values).toContain(JSON.stringify(payload));
  });

  it("tells the length of what it does not show", async () => {
    const { text } = await client.call("get_record", { record: "r-t11" });
    expect(text).toMatch(/… \(100,00\d characters in all\)" ; id r-t11$/);
    expect(text.length).toBeLessThan(700);
  });
});

describe("hostile text through every resource and prompt", () => {
  it.each(["vps://zones", "vps://domains", `vps://zones/${zone}`])("%s", async (uri) => {
    expect(escapes(await client.read(uri), { tabs: true })).toEqual([]);
  });

  it("vps://changes/{change}", async () => {
    await using own = openTestSession(server.origin, { token: "vps_test_untrusted" });
    const { output } = await own.run("delete_record", { zone, type: "TXT", name: "t7" });
    await using reader = await connect(readingDeps(own));
    const text = await reader.read(`vps://changes/${String(output["change"])}`);
    expect(text).toContain(MARK);
    expect(escapes(text)).toEqual([]);
  });

  it.each([
    ["verify_domain", { service: "x", code: "" }],
    ["set_up_email", { provider: "" }],
    ["import_zone", { source: "" }],
    ["move_website", { target: "x", name: "" }],
  ])("%s", async (name, given) => {
    for (const payload of PAYLOADS) {
      const filled = Object.fromEntries(Object.keys(given).map((argument) => [argument, payload]));
      expect(escapes(await client.prompt(name, { zone, ...filled }))).toEqual([]);
    }
  });

  it("refuses a zone that is no name without repeating it", async () => {
    for (const payload of PAYLOADS) {
      const refusal = client.prompt("audit_zone", { zone: payload });
      await expect(refusal).rejects.toThrow(/^(?!.*PWNED)/s);
    }
  });
});

describe("hostile text and questions", () => {
  it.each([
    ["delete_zone", { zone }],
    ["remove_domain", { domain: zone }],
    ["transfer_domain", { domain: zone, auth_code: "Xy9Kl2Mn", max_price: 30 }],
    ["update_domain", { domain: zone, auto_renew: false }],
    ["delete_record", { record: "r-u2" }],
    ["set_rrset", { zone, name: "t6", type: "CNAME", values: ["x.example.net"], replace_conflicts: true }],
    ["ensure_records", { zone, records: KNOWN, state: "absent" }],
  ])("the question of %s is in our words alone", async (name, input) => {
    const asked: string[] = [];
    await using asking = await connectAsking(readingDeps(session, {}, "ask"), (message) => {
      asked.push(message);
      return Promise.resolve({ action: "decline" as const });
    });
    const told = await asking.call(name, input);
    expect(asked, told.text).toHaveLength(1);
    expect(asked.join("")).not.toContain(MARK);
    expect(escapes(asked.join(""))).toEqual([]);
  });
});

describe("hostile text from name servers", () => {
  it("is quoted in the line of each server", () => {
    const servers = PAYLOADS.map((payload) => ({
      server: "ns1.example.net",
      kind: "authoritative" as const,
      ok: false,
      time_ms: 1,
      answers: [payload, "192.0.2.1"],
    }));
    const lines = propagationLines({ propagated: false, servers });
    expect(lines).toHaveLength(PAYLOADS.length + 1);
    expect(escapes(lines.join("\n"))).toEqual([]);
  });
});

describe("hostile text and what every client is told first", () => {
  it("is in no description, hint or instruction", async () => {
    expect(JSON.stringify(await client.lists()) + client.instructions).not.toContain(MARK);
  });
});

/** Every way in which `text` lets hostile text out of its place. */
function escapes(text: string, { tabs = false } = {}): string[] {
  const found: string[] = [];
  const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
  for (const line of text.split("\n")) {
    const seen = tabs ? line.replaceAll("\t", " ") : line;
    if (hidden.test(seen)) found.push(`hidden characters: ${JSON.stringify(seen.slice(0, 200))}`);
    const bare = seen.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    if (bare.includes(MARK)) found.push(`outside of quotes: ${bare.slice(0, 200)}`);
  }
  return found;
}
