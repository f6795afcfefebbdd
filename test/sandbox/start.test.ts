// Starting and stopping a sandbox: what it is given, what it leaves behind.
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask } from "./support/ask.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { steppedClock } from "./support/stepped-clock.ts";

describe("startSandbox", () => {
  it("tells where it answers, on loopback", async () => {
    const sandbox = await startTestSandbox();
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
    expect(sandbox.nameserver).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(sandbox.token).toMatch(/^vps_[0-9a-f]{48}$/);
    expect((await startTestSandbox()).token).not.toBe(sandbox.token);
  });

  it("takes a token, and without a seed holds nothing but the account", async () => {
    const sandbox = await startTestSandbox({ seed: false, token: "vps_given" });
    expect(sandbox.token).toBe("vps_given");
    expect((await ask(sandbox, "GET", "/dns-zones/")).body).toEqual([]);
    expect((await ask(sandbox, "GET", "/domains/")).body).toEqual({ count: 0, results: [] });
    expect((await ask(sandbox, "GET", "/account/me/")).status).toBe(200);
  });

  it("serves the seed by DNS", async () => {
    const { nameserver } = await startTestSandbox();
    const mx = await queryDns({ server: nameserver, name: "example.com", type: "MX" });
    expect(mx.answers).toMatchObject([{ value: "mail.example.com", priority: 10 }]);
    const wild = await queryDns({ server: nameserver, name: "pr-7.preview.myapp.io", type: "A" });
    expect(wild.answers.map(({ value }) => value)).toEqual(["staging.myapp.io", "192.0.2.81"]);
  });

  it.each([
    { which: "port", field: "port" },
    { which: "dnsPort", field: "dns-port" },
  ] as const)("says that its $field is taken, and leaves nothing behind", async ({ which, field }) => {
    const data = await temporaryFolder();
    const first = await startTestSandbox();
    const taken = Number((which === "port" ? new URL(first.url).host : first.nameserver).split(":")[1]);
    await expect(startTestSandbox({ data, lagMs: 0, [which]: taken })).rejects.toMatchObject({
      code: "conflict",
      field,
      message: `Port ${taken} is in use by another program.`,
      hint: `Give another --${field}, or leave it out for a free one.`,
    });
    expect((await ask(await startTestSandbox({ data }), "GET", "/dns-zones/")).status).toBe(200);
  });

  it("says that a folder cannot be used", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    // Where the system has no folders to give, Node's own recursive mkdir never ends.
    const nowhere = process.platform === "linux" ? ["/proc/nope", "/proc/nope/below"] : [];
    for (const data of [file, join(file, "below"), ...nowhere]) {
      await expect(startTestSandbox({ data })).rejects.toMatchObject({ code: "state_unavailable", field: "data" });
    }
  });

  it("makes the folder and those above it", async () => {
    const data = join(await temporaryFolder(), "a", "b");
    await (await startTestSandbox({ data })).close();
    expect(await readdir(data)).toContain("journal");
  });

  it("starts a second name server that is behind by so much, and says where", async () => {
    expect(await startTestSandbox()).not.toHaveProperty("lagging");
    const clock = steppedClock();
    const sandbox = await startTestSandbox({ clock, lagMs: 3000 });
    const { nameserver, lagging = "" } = sandbox;
    const rcodes = async () => {
      const asked = [nameserver, lagging].map((server) => queryDns({ server, name: "new.example.com", type: "A" }));
      return (await Promise.all(asked)).map(({ rcode }) => rcode);
    };
    const record = { record_type: "A", name: "new", value: "192.0.2.7" };
    await ask(sandbox, "POST", "/dns-zones/abc123-def456-ghi789/records/", record);
    expect(await rcodes()).toEqual(["NOERROR", "NXDOMAIN"]);
    expect(await queryDns({ server: lagging, name: "mail.example.com", type: "A" })).toMatchObject({ aa: true });
    await clock.advance(2999);
    expect(await rcodes()).toEqual(["NOERROR", "NXDOMAIN"]);
    await clock.advance(1);
    expect(await rcodes()).toEqual(["NOERROR", "NOERROR"]);
  });

  it("seeds a folder once: what was deleted stays deleted", async () => {
    const data = await temporaryFolder();
    const first = await startTestSandbox({ data });
    for (const id of ["abc123-def456-ghi789", "xyz789-uvw456-rst123", "pqr321-stu654-mno987"]) {
      await ask(first, "DELETE", `/dns-zones/${id}/`);
    }
    await first.close();
    expect((await ask(await startTestSandbox({ data }), "GET", "/dns-zones/")).body).toEqual([]);
  });

  it("closes at once and twice, idle connections or not", async () => {
    const sandbox = await startTestSandbox();
    await ask(sandbox, "GET", "/dns-zones/");
    await Promise.all([sandbox.close(), sandbox.close()]);
    await expect(ask(sandbox, "GET", "/dns-zones/")).rejects.toThrow();
  });
});
