// Faults on demand, and the pages that set them over HTTP.
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../src/core/ports.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { until } from "../mcp/support/until.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { answerOf, ask, textIn, valueIn } from "./support/ask.ts";
import { testClock } from "./support/test-clock.ts";

const ZONE = { domain: "newdomain.com" };

describe("a fault", () => {
  it("throttles with Retry-After, as often as it was told to, and nothing is done", async () => {
    const sandbox = await startTestSandbox();
    sandbox.faults.add({ kind: "throttle", retryAfter: 7, times: 2, method: "POST" });
    for (let count = 0; count < 2; count++) {
      const answer = await ask(sandbox, "POST", "/dns-zones/", ZONE);
      expect(answer).toMatchObject({ status: 429, body: { error_code: "throttled" } });
      expect(answer.headers.get("retry-after")).toBe("7");
    }
    expect((await ask(sandbox, "POST", "/dns-zones/", ZONE)).status).toBe(201);
    expect(sandbox.faults.list()).toEqual([]);
  });

  it("answers 503 in HTML, and nothing is done", async () => {
    const sandbox = await startTestSandbox();
    sandbox.faults.add({ kind: "unavailable", times: 1, retryAfter: 3 });
    const answer = await ask(sandbox, "POST", "/dns-zones/", ZONE);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(answer.headers.get("retry-after")).toBe("3");
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=newdomain.com")).body).toEqual([]);
  });

  it.each([
    ["reset-before-commit", 0],
    ["reset-after-commit", 1],
    ["truncate", 1],
  ] as const)("%s leaves %i zone", async (kind, left) => {
    const sandbox = await startTestSandbox();
    sandbox.faults.add({ kind, times: 1, path: "/dns-zones/" });
    await expect(ask(sandbox, "POST", "/dns-zones/", ZONE)).rejects.toThrow();
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=newdomain.com")).body).toHaveLength(left);
    expect(sandbox.requests()[0]).toMatchObject({ body: ZONE, status: kind === "truncate" ? 201 : 0 });
  });

  it("hits only the method and path it names", async () => {
    const sandbox = await startTestSandbox();
    sandbox.faults.add({ kind: "throttle", method: "GET", path: "/dns-records/" });
    expect((await ask(sandbox, "GET", "/dns-zones/")).status).toBe(200);
    expect((await ask(sandbox, "DELETE", "/dns-records/rec-001/")).status).toBe(204);
    expect((await ask(sandbox, "GET", "/dns-records/rec-002/")).status).toBe(429);
    sandbox.faults.clear();
    expect((await ask(sandbox, "GET", "/dns-records/rec-002/")).status).toBe(200);
  });

  it("throttles what comes beyond so many requests in a second", async () => {
    const clock = testClock("2026-01-16T16:00:00Z");
    const sandbox = await startTestSandbox({ clock });
    sandbox.faults.add({ kind: "throttle", method: "GET", perSecond: 2 });
    const statuses = async () => {
      const seen = [];
      for (let count = 0; count < 3; count++) seen.push((await ask(sandbox, "GET", "/dns-zones/")).status);
      return seen;
    };
    expect(await statuses()).toEqual([200, 200, 429]);
    clock.advance(999);
    expect(await statuses()).toEqual([429, 429, 429]);
    clock.advance(1);
    expect(await statuses()).toEqual([200, 200, 429]);
  });

  it("hits with its probability", async () => {
    const draws = [0.1, 0.9, 0.49, 0.5];
    const clock = { ...testClock("2026-01-16T16:00:00Z"), random: () => draws.shift() ?? 1 };
    const sandbox = await startTestSandbox({ clock });
    sandbox.faults.add({ kind: "throttle", probability: 0.5 });
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await ask(sandbox, "GET", "/dns-zones/")).status);
    expect(statuses).toEqual([429, 200, 429, 200]);
  });

  it("may be a latency, which goes together with others and ends with the sandbox", async () => {
    const slept: number[] = [];
    const clock = { ...testClock("2026-01-16T16:00:00Z"), sleep: async (ms: number) => void slept.push(ms) };
    const sandbox = await startTestSandbox({ clock });
    sandbox.faults.add({ kind: "latency", ms: 20 });
    sandbox.faults.add({ kind: "latency", ms: 5, times: 1 });
    sandbox.faults.add({ kind: "throttle", times: 1 });
    expect((await ask(sandbox, "GET", "/dns-zones/")).status).toBe(429);
    expect((await ask(sandbox, "GET", "/dns-zones/")).status).toBe(200);
    expect(slept).toEqual([25, 20]);
  });

  it("of ten minutes does not keep the sandbox from closing, and many at once are no leak to warn of", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    onTestFinished(() => void process.off("warning", note));
    let asleep = 0;
    const sleep: Clock["sleep"] = (ms, signal) => {
      asleep += 1;
      return systemClock.sleep(ms, signal);
    };
    const sandbox = await startTestSandbox({ clock: { ...systemClock, sleep } });
    sandbox.faults.add({ kind: "latency", ms: 600_000 });
    const asked = Array.from({ length: 20 }, () => ask(sandbox, "GET", "/dns-zones/").catch(() => "broken off"));
    await until(() => asleep === asked.length);
    await sandbox.close();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["broken off"]));
    expect(warnings).toEqual([]);
  });
});

describe("/sandbox/faults/", () => {
  it("sets, lists and clears over HTTP", async () => {
    const sandbox = await startTestSandbox();
    const control = { token: sandbox.token, url: new URL("/sandbox", sandbox.url).href };
    const fault = { kind: "throttle", times: 3, path: "/domains/" };
    expect(await ask(control, "POST", "/faults/", fault)).toMatchObject({ status: 201, body: fault });
    expect((await ask(sandbox, "GET", "/domains/")).status).toBe(429);
    expect((await ask(control, "GET", "/faults/")).body).toEqual([{ ...fault, times: 2 }]);
    expect((await ask(control, "DELETE", "/faults/")).status).toBe(204);
    expect((await ask(sandbox, "GET", "/domains/")).status).toBe(200);
  });

  it("refuses a fault that there is not, and a token that may not do everything", async () => {
    const sandbox = await startTestSandbox();
    const url = new URL("/sandbox", sandbox.url).href;
    for (const wrong of [{ kind: "explode" }, { kind: "throttle", tymes: 1 }, { kind: "latency", ms: -1 }]) {
      expect((await ask({ url, token: sandbox.token }, "POST", "/faults/", wrong)).status).toBe(400);
    }
    const token = await sandbox.addToken({ name: "reader", permissions: ["dns:list"] });
    expect((await ask({ url, token }, "DELETE", "/faults/")).status).toBe(403);
    expect((await answerOf(await fetch(`${url}/faults/`))).status).toBe(401);
  });
});

describe("/sandbox/balance/", () => {
  it("sets what the account has", async () => {
    const sandbox = await startTestSandbox();
    const control = { token: sandbox.token, url: new URL("/sandbox", sandbox.url).href };
    expect((await ask(control, "PUT", "/balance/", { balance: 0.5 })).body).toEqual({ balance: 0.5, currency: "USD" });
    expect((await ask(sandbox, "POST", "/domains/", { domain_name: "a.com" })).status).toBe(402);
    expect((await ask(control, "PUT", "/balance/", { balance: -1 })).status).toBe(400);
  });
});

describe("/sandbox/tokens/", () => {
  it("makes a token that may do what it says and no more", async () => {
    const sandbox = await startTestSandbox();
    const control = { token: sandbox.token, url: new URL("/sandbox", sandbox.url).href };
    const wanted = { name: "reader", permissions: ["dns:list"] };
    const { status, body } = await ask(control, "POST", "/tokens/", wanted);
    expect({ status, body }).toMatchObject({ status: 201, body: wanted });
    const reader = { url: sandbox.url, token: textIn(body, "token") };
    expect((await ask(reader, "GET", "/dns-zones/")).status).toBe(200);
    expect((await ask(reader, "POST", "/dns-zones/", ZONE)).status).toBe(403);
    expect((await ask({ ...control, token: reader.token }, "POST", "/tokens/", wanted)).status).toBe(403);
  });

  it.each([
    [{ name: "reader", permissions: ["dns:all"] }, "permissions"],
    [{ name: "reader", permissions: "dns:list" }, "permissions"],
    [{ name: "", permissions: [] }, "name"],
  ])("refuses %j", async (wanted, field) => {
    const sandbox = await startTestSandbox();
    const control = { token: sandbox.token, url: new URL("/sandbox", sandbox.url).href };
    expect(await ask(control, "POST", "/tokens/", wanted)).toMatchObject({ status: 400, body: { field } });
  });
});

describe("a request limit", () => {
  it("throttles each token on its own until its window is over", async () => {
    const clock = testClock("2026-01-16T16:00:00Z");
    const sandbox = await startTestSandbox({ clock, requestLimit: { requests: 2, perMs: 10_000 } });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await ask(sandbox, "GET", "/dns-zones/")).status);
    expect(statuses).toEqual([200, 200, 429]);
    clock.advance(4000);
    const throttled = await ask(sandbox, "GET", "/dns-zones/");
    expect(throttled.headers.get("retry-after")).toBe("6");
    expect(valueIn(throttled.body, "detail")).toBe("Request was throttled. Expected available in 6 seconds.");
    const token = await sandbox.addToken({ name: "other", permissions: ["dns:list"] });
    expect((await ask({ url: sandbox.url, token }, "GET", "/dns-zones/")).status).toBe(200);
    clock.advance(6000);
    expect((await ask(sandbox, "GET", "/dns-zones/")).status).toBe(200);
  });
});
