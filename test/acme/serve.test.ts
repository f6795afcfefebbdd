// `vps-dns acme serve` as a process, asked over HTTP as lego's httpreq asks it.
import { once } from "node:events";
import { connect } from "node:net";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { runProgram } from "../support/dist-program.ts";
import { hasSignals } from "../support/signals.ts";
import { startAcmeServer } from "./support/serve-process.ts";

const PASSWORD = "correct:horse";
const NAME = "_acme-challenge.www.example.com";
const CHALLENGE = { fqdn: `${NAME}.`, value: "one" };

async function startScene(
  env: Readonly<Record<string, string>> = { VPS_HTTP_TOKEN: PASSWORD },
  flags: readonly string[] = [],
) {
  const sandbox = await startTestSandbox();
  const server = await startAcmeServer(
    {
      PATH: process.env["PATH"] ?? "",
      VPS_API_URL: sandbox.url,
      VPS_API_TOKEN: sandbox.token,
      VPS_NAMESERVERS: sandbox.nameserver,
      VPS_STATE_DIR: await temporaryFolder(),
      ...env,
    },
    flags,
  );
  const post = (path: string, body: unknown, password = PASSWORD) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { authorization: basic(password) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const answered = async (name = NAME) => {
    const { answers } = await queryDns({ server: sandbox.nameserver, name, type: "TXT" });
    return answers.map(({ value }) => value).sort();
  };
  return { sandbox, server, post, answered };
}

function basic(password: string): string {
  return `Basic ${Buffer.from(`anybody:${password}`).toString("base64")}`;
}

describe("vps-dns acme serve", () => {
  it("adds and removes as it is told, twice being as good as once", async () => {
    const { post, answered } = await startScene();
    for (const value of ["one", "two", "two"]) {
      expect((await post("/present", { ...CHALLENGE, value })).status).toBe(200);
    }
    expect(await answered()).toEqual(["one", "two"]);
    for (const _ of [1, 2]) expect((await post("/cleanup", CHALLENGE)).status).toBe(200);
    expect(await answered()).toEqual(["two"]);
  });

  it("takes two values for one name at once", async () => {
    const { post, answered } = await startScene();
    const replies = await Promise.all(
      ["one", "two", "three"].map((value) => post("/present", { ...CHALLENGE, value })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await answered()).toEqual(["one", "three", "two"]);
  });

  it("makes the value from a key authorization (RAW mode)", async () => {
    const { post, answered } = await startScene();
    await post("/present", { domain: "www.example.com", token: "t", keyAuth: "t.thumb" });
    expect(await answered()).toEqual([createHash("sha256").update("t.thumb").digest("base64url")]);
  });

  it("makes a password up where none is set, and tells it on stderr alone", async () => {
    const { server, post } = await startScene({});
    const password = /: (\S+)\n/.exec(server.said())?.[1] ?? "";
    expect(password.length).toBeGreaterThanOrEqual(32);
    expect((await post("/present", CHALLENGE, password)).status).toBe(200);
    expect((await post("/present", CHALLENGE, `${password}x`)).status).toBe(401);
  });

  it.each([
    ["no credentials", undefined],
    ["a wrong password", basic("wrong")],
    ["a password cut short", basic(PASSWORD.slice(0, -1))],
    ["an empty one", basic("")],
    ["another scheme", `Bearer ${PASSWORD}`],
    ["no colon", `Basic ${Buffer.from(PASSWORD.replace(":", "")).toString("base64")}`],
  ])("lets nobody in with %s", async (_, authorization) => {
    const { server, sandbox } = await startScene();
    const headers = authorization === undefined ? {} : { authorization };
    const reply = await fetch(`${server.url}/present`, { method: "POST", headers, body: JSON.stringify(CHALLENGE) });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toContain("Basic");
    expect(sandbox.requests()).toEqual([]);
  });

  it.each([
    ["another path", "/", CHALLENGE, 404, "There are /present and /cleanup."],
    ["no JSON", "/present", "{", 400, "[invalid_input]"],
    ["another object", "/present", { name: "x" }, 400, "[invalid_input]"],
    ["a name that is none", "/present", { ...CHALLENGE, fqdn: "a..b" }, 400, "[invalid_name]"],
    ["a name of no zone", "/present", { ...CHALLENGE, fqdn: "_acme-challenge.example.edu." }, 400, "[zone_not_found]"],
    ["a body without end", "/present", JSON.stringify({ ...CHALLENGE, more: "x".repeat(100_000) }), 413, "too long"],
  ])("refuses %s with one line", async (_, path, body, status, words) => {
    const { post } = await startScene();
    const reply = await post(path, body);
    expect(reply.status).toBe(status);
    const line = await reply.text();
    expect(line).toContain(words);
    expect(line.trimEnd()).not.toContain("\n");
  });

  it("answers POST only", async () => {
    const { server } = await startScene();
    const reply = await fetch(`${server.url}/present`, { headers: { authorization: basic(PASSWORD) } });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it.runIf(hasSignals)("ends on SIGTERM although a client keeps its connection open", async () => {
    const { server } = await startScene();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    socket.destroy();
  });

  it("refuses the account's token as its password", async () => {
    const token = "vps_0123456789";
    const failed = runProgram(["acme", "serve", "0"], { VPS_API_TOKEN: token, VPS_HTTP_TOKEN: token });
    await expect(failed).rejects.toMatchObject({ code: 2, stdout: "" });
  });
});
