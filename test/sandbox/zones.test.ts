// The zone operations of the sandbox, beyond what any server must do (test/contract).
import { describe, expect, it } from "vitest";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, rowsIn, textIn } from "./support/ask.ts";

const EXAMPLE_COM = "abc123-def456-ghi789";

describe("GET /dns-zones/", () => {
  it("lists the account's zones and nobody else's", async () => {
    const sandbox = await startTestSandbox();
    const { body } = await ask(sandbox, "GET", "/dns-zones/");
    expect(rowsIn(body).map((row) => textIn(row, "domain"))).toEqual(["example.com", "myapp.io", "example.org"]);
  });

  it("filters by exact name, whatever the case, and never by a part of it", async () => {
    const sandbox = await startTestSandbox();
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=EXAMPLE.com")).body).toMatchObject([{ uuid: EXAMPLE_COM }]);
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=example")).body).toEqual([]);
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=example.net")).body).toEqual([]);
  });
});

describe("POST /dns-zones/", () => {
  it("keeps an international name as A-labels", async () => {
    const sandbox = await startTestSandbox();
    const { status, body } = await ask(sandbox, "POST", "/dns-zones/", { domain: "Bücher.example" });
    expect({ status, domain: textIn(body, "domain") }).toEqual({ status: 201, domain: "xn--bcher-kva.example" });
  });

  it.each([
    ["no name at all", {}],
    ["a number", { domain: 5 }],
    ["an empty name", { domain: "" }],
    ["a single label", { domain: "example" }],
    ["a space", { domain: "exa mple.com" }],
    ["an address", { domain: "192.0.2.1" }],
  ])("refuses %s", async (_what, body) => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, "POST", "/dns-zones/", body);
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error", field: "domain" } });
  });

  it.each(["example.com", "EXAMPLE.COM.", "example.net"])("refuses %s, which somebody has", async (domain) => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, "POST", "/dns-zones/", { domain });
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error", field: "domain" } });
  });
});

describe("DELETE /dns-zones/{uuid}/", () => {
  it("takes the records along, and frees the name", async () => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "DELETE", `/dns-zones/${EXAMPLE_COM}/`)).toMatchObject({ status: 204, text: "" });
    expect((await ask(sandbox, "GET", "/dns-records/rec-001/")).status).toBe(404);
    expect((await ask(sandbox, "GET", `/dns-records/?zone=${EXAMPLE_COM}`)).body).toEqual([]);
    const again = await ask(sandbox, "POST", "/dns-zones/", { domain: "example.com" });
    expect(again).toMatchObject({ status: 201, body: { record_count: 0, records: [] } });
  });
});
