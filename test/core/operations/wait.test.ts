import { describe, expect, it } from "vitest";
import { notPropagated } from "../../../src/core/operations/wait/not-propagated.ts";
import type { Clock, Progress } from "../../../src/core/ports.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { wireOf } from "../../../src/platform/wire/named-wires.ts";
import { queryDns } from "../../support/dns-query.ts";
import { answerTo, NXDOMAIN, type SeenQuery, startScriptedServer } from "../../support/scripted-name-server.ts";
import { type SandboxSession, startSession } from "../../support/session.ts";
import { registry, resolver, soa, startWorld, withSoa } from "../wire/dns-world.ts";

const zone = "example.com";
const record = { zone, type: "TXT", name: "_acme-challenge", value: "token" };
/** What the second server of the sandbox is behind, where a test waits for it. */
const LAG_MS = 400;
/** What it is behind where a test gives up on it. */
const NEVER_MS = 60_000;
const SERVFAIL = 2;
const someChange: unknown = expect.stringMatching(/^[cm]\w+-[0-9a-f]+$/);

/** A session whose zone has two authoritative servers, of which the second lags. */
async function startTwoServers(lagMs: number): Promise<SandboxSession> {
  const session = await startSession({ sandbox: { lagMs } });
  const { nameserver, lagging = "" } = session.sandbox;
  const wire = wireOf({ nameservers: [nameserver, lagging], resolvers: [lagging] });
  const run: SandboxSession["run"] = (name, input, overrides) => session.run(name, input, { wire, ...overrides });
  const refuse: SandboxSession["refuse"] = (name, input, overrides) =>
    session.refuse(name, input, { wire, ...overrides });
  return { ...session, run, refuse };
}

/** What the server that lags answers now. */
async function laggingAnswers(session: SandboxSession, name: string, type: string): Promise<readonly string[]> {
  const { answers } = await queryDns({ server: session.sandbox.lagging ?? "", name: `${name}.${zone}`, type });
  return answers.map(({ value }) => value);
}

const everywhere = { propagation: { propagated: true, servers: [{ ok: true }, { ok: true }] } };

describe("wait: authoritative", () => {
  it("holds create_record back until every server answers the record", async () => {
    await using session = await startTwoServers(LAG_MS);
    const { output } = await session.run("create_record", { ...record, wait: "authoritative" });
    expect(output).toMatchObject(everywhere);
    expect(await laggingAnswers(session, "_acme-challenge", "TXT")).toEqual(["token"]);
  });

  it("asks no name server unless told to", async () => {
    await using session = await startTwoServers(NEVER_MS);
    expect((await session.run("create_record", record)).output).not.toHaveProperty("propagation");
  });

  it("holds update_record back until the old value has gone", async () => {
    await using session = await startTwoServers(LAG_MS);
    const input = { record: "rec-010", value: "192.0.2.77", wait: "authoritative" };
    expect((await session.run("update_record", input)).output).toMatchObject(everywhere);
    expect(await laggingAnswers(session, "api", "A")).toEqual(["192.0.2.77"]);
  });

  it("waits for a TTL where nothing else was changed", async () => {
    await using session = await startTwoServers(LAG_MS);
    const input = { record: "rec-010", ttl: 60, wait: "authoritative" };
    expect((await session.run("update_record", input)).output).toMatchObject({
      propagation: { propagated: true, servers: [{ ttl: 60 }, { ttl: 60 }] },
    });
  });

  it("waits for a record that update_record finds as it should be", async () => {
    await using session = await startTwoServers(LAG_MS);
    await session.run("update_record", { record: "rec-010", value: "192.0.2.77" });
    const again = { record: "rec-010", value: "192.0.2.77", wait: "authoritative" };
    expect((await session.run("update_record", again)).output).toMatchObject({ changed: false, ...everywhere });
    expect(await laggingAnswers(session, "api", "A")).toEqual(["192.0.2.77"]);
  });

  it("holds ensure_records back until all records are answered, those adopted too", async () => {
    await using session = await startTwoServers(LAG_MS);
    await session.run("create_record", record);
    const records = [
      { type: "TXT", name: "_acme-challenge", value: "token" },
      { type: "TXT", name: "_acme-challenge", value: "second" },
      { type: "A", name: "new", value: "192.0.2.50" },
    ];
    const { output } = await session.run("ensure_records", { zone, records, wait: "authoritative" });
    expect(output).toMatchObject(everywhere);
    expect(await laggingAnswers(session, "new", "A")).toEqual(["192.0.2.50"]);
    expect(new Set(await laggingAnswers(session, "_acme-challenge", "TXT"))).toEqual(new Set(["token", "second"]));
  });

  it("holds a delegation back until every server refers to it, with its glue", async () => {
    await using session = await startTwoServers(LAG_MS);
    const records = [
      { type: "NS", name: "sub", value: "ns1.sub.example.com" },
      { type: "A", name: "ns1.sub", value: "192.0.2.53" },
    ];
    const { output } = await session.run("ensure_records", { zone, records, wait: "authoritative" });
    expect(output).toMatchObject(everywhere);
  });

  it("holds ensure_records back until what is absent has gone", async () => {
    await using session = await startTwoServers(LAG_MS);
    const records = [{ type: "A", name: "api" }];
    const input = { zone, records, state: "absent", wait: "authoritative" };
    expect((await session.run("ensure_records", input)).output).toMatchObject(everywhere);
    expect(await laggingAnswers(session, "api", "A")).toEqual([]);
  });

  it("holds apply_plan back until every RRset is as planned", async () => {
    await using session = await startTwoServers(LAG_MS);
    const records = Array.from({ length: 30 }, (_, at) => ({
      type: "A",
      name: `host-${at}`,
      value: `192.0.2.${at + 1}`,
    }));
    const { output: planned } = await session.run("plan_zone", { zone, records });
    const { output } = await session.run("apply_plan", { plan: planned["plan"], wait: "authoritative" });
    expect(output).toMatchObject(everywhere);
    expect(await laggingAnswers(session, "host-29", "A")).toEqual(["192.0.2.30"]);
  });
});

describe("wait: public", () => {
  it("asks resolvers only once the authoritative servers know (RFC 2308)", async () => {
    const known: Promise<readonly string[]>[] = [];
    await using session = await startTwoServers(LAG_MS);
    const { nameserver, lagging = "" } = session.sandbox;
    await using resolving = await startScriptedServer((query) => {
      known.push(laggingAnswers(session, "_acme-challenge", "TXT"));
      return answerTo(query, { answers: [{ name: query.name, type: "TXT", ttl: 5, data: "token" }] });
    });
    const wire = wireOf({ nameservers: [nameserver, lagging], resolvers: [resolving.server] });
    const { output } = await session.run("create_record", { ...record, wait: "public" }, { wire });
    expect(output).toMatchObject({
      propagation: {
        propagated: true,
        servers: [{ kind: "authoritative" }, { kind: "authoritative" }, { kind: "public", ok: true, ttl: 5 }],
      },
    });
    expect(await Promise.all(known)).toEqual([["token"]]);
    expect(resolving.seen).toMatchObject([{ name: "_acme-challenge.example.com", recursionDesired: true }]);
  });

  it("waits for resolvers as well", async () => {
    await using session = await startSession({ sandbox: { lagMs: LAG_MS } });
    const { output } = await session.run("create_record", { ...record, wait: "public" });
    expect(output).toMatchObject({ propagation: { propagated: true, servers: [{}, { kind: "public" }] } });
    expect(await laggingAnswers(session, "_acme-challenge", "TXT")).toEqual(["token"]);
  });
});

describe("time running out", () => {
  const patience = { wait: "authoritative", wait_timeout: 1 };

  it("is a result that names who lags and why, beside the change", async () => {
    await using session = await startTwoServers(NEVER_MS);
    const { output, text } = await session.run("create_record", { ...record, ...patience });
    expect(output).toMatchObject({
      changed: true,
      change: someChange,
      record: { value: "token" },
      propagation: { propagated: false, servers: [{ ok: true }, { ok: false, rcode: "NXDOMAIN", negative_ttl: 300 }] },
    });
    const { nameserver, lagging = "" } = session.sandbox;
    const plain = text.replaceAll(/serial \d+/g, "serial N").replaceAll(lagging, "LAGGING");
    expect(plain.replaceAll(nameserver, "FIRST")).toMatchInlineSnapshot(`
      "Created in example.com: _acme-challenge 3600 TXT "token" ; id ID
      Change CHANGE; undo_change takes it back.
      Not answered everywhere yet: 1 of 2 server addresses.
      yes: authoritative FIRST: token ; TTL 3600 ; serial N
      no: authoritative LAGGING: NXDOMAIN ; serial N. It says that there is no such name (NXDOMAIN). A resolver that asks now keeps that for 300 seconds."
    `);
  });

  it("names the first of many RRsets", async () => {
    await using session = await startTwoServers(NEVER_MS);
    const records = ["one", "two"].map((name) => ({ type: "A", name, value: "192.0.2.1" }));
    const { output } = await session.run("ensure_records", { zone, records, ...patience });
    expect(output).toMatchObject({
      propagation: {
        servers: [
          { ok: true },
          {
            error:
              "2 of 2 not yet, first one A: It says that there is no such name (NXDOMAIN). A resolver that asks now keeps that for 300 seconds.",
          },
        ],
      },
    });
  });

  it("is kept to where a server never answers", async () => {
    await using session = await startSession();
    await using silent = await startScriptedServer(() => undefined);
    const wire = wireOf({ nameservers: [session.sandbox.nameserver, silent.server], resolvers: [silent.server] });
    const started = performance.now();
    const { output } = await session.run("create_record", { ...record, ...patience }, { wire });
    // Far over the second that was given, and far under what the questions alone could take.
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(output).toMatchObject({
      changed: true,
      propagation: { propagated: false, servers: [{ ok: true }, { error: "No answer came in time." }] },
    });
  });

  it("becomes an error at doors that want one, and nothing else does", async () => {
    await using session = await startTwoServers(NEVER_MS);
    const late = await session.run("create_record", { ...record, ...patience });
    expect(notPropagated(late.output)).toMatchObject({
      code: "not_propagated",
      message: `The change is made (change ${String(late.output["change"])}), and not all name servers answer it yet.`,
      hint: `${session.sandbox.lagging}: It says that there is no such name (NXDOMAIN). A resolver that asks now keeps that for 300 seconds. check_propagation looks again.`,
    });
    const plain = await session.run("create_record", { ...record, value: "other" });
    expect(notPropagated(plain.output)).toBeUndefined();
  });
});

describe("waiting in vain", () => {
  it("is told at once where the zone is delegated elsewhere", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": registry(["ns1.elsewhere.test"]),
      "ns1.elsewhere.test": (query) =>
        query.type === "SOA"
          ? answerTo(query, { answers: [soa(zone)] })
          : answerTo(query, { rcode: 3, authorities: [soa(zone)] }),
    });
    await using session = await startSession({ wire: world.wire });
    const told: unknown = expect.stringContaining("delegated to ns1.elsewhere.test and not to VPS.org's name servers");
    const { output } = await session.run("create_record", { ...record, wait: "public", wait_timeout: 3600 });
    expect(output).toMatchObject({
      changed: true,
      propagation: {
        propagated: false,
        servers: [{ server: "ns1.elsewhere.test", rcode: "NXDOMAIN" }],
        note: told,
      },
    });
    expect(notPropagated(output)?.hint).toMatch(
      /^example\.com is delegated to ns1\.elsewhere\.test and not to .*NXDOMAIN/,
    );
    const asked = world.servers["ns1.elsewhere.test"]?.seen.filter(({ type }) => type === "TXT");
    expect(asked).toHaveLength(1);
  });
});

/** Each pause is over at once, and the time it takes has gone by. */
function leapingClock(): Clock {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    sleep: (ms, signal) => {
      ahead += ms;
      return systemClock.sleep(1, signal);
    },
  };
}
const missing = (query: SeenQuery) => answerTo(query, { rcode: NXDOMAIN, authorities: [soa(zone)] });
const token = (query: SeenQuery) =>
  answerTo(query, { answers: [{ name: query.name, type: "TXT", ttl: 3600, data: "token" }] });

describe("a long wait", () => {
  it("looks once a minute whether the zone has other servers by now, and waits for those", async () => {
    const hosts = ["ns1.vps.org"];
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": (query) => registry(hosts)(query),
      "ns1.vps.org": withSoa(missing),
      "ns2.vps.org": withSoa(token),
    });
    await using session = await startSession({ wire: world.wire });
    const moved = { ...record, wait: "authoritative", wait_timeout: 600 };
    const looks = () => world.servers["ns1.vps.org"]?.seen.filter(({ type }) => type === "TXT").length ?? 0;
    const progress: Progress = () => void (looks() > 3 && hosts.splice(0, 1, "ns2.vps.org"));
    const { output } = await session.run("create_record", moved, { clock: leapingClock(), progress });
    expect(output).toMatchObject({ propagation: { propagated: true, servers: [{ server: "ns2.vps.org", ok: true }] } });
  });

  it("asks no more often than that, and forgets no server whose address cannot be had for the moment", async () => {
    let isDown = false;
    const known = resolver();
    await using world = await startWorld({
      "resolver.test": (query) =>
        isDown && query.name === "ns1.vps.org" ? answerTo(query, { aa: false, rcode: SERVFAIL }) : known(query),
      "a.gtld.test": registry(["ns1.vps.org"]),
      "ns1.vps.org": withSoa(missing),
    });
    await using session = await startSession({ wire: world.wire });
    const progress: Progress = () => void (isDown = true);
    const input = { ...record, wait: "authoritative", wait_timeout: 300 };
    const { output } = await session.run("create_record", input, { clock: leapingClock(), progress });
    expect(output).toMatchObject({
      propagation: { propagated: false, servers: [{ server: "ns1.vps.org", rcode: "NXDOMAIN" }] },
    });
    const delegations = world.servers["a.gtld.test"]?.seen.filter(({ type }) => type === "NS").length;
    expect(delegations).toBeGreaterThan(1);
    expect(delegations).toBeLessThanOrEqual(5);
  });
});

describe("a cancelled wait", () => {
  it("ends at once and names the change that is made", async () => {
    await using session = await startTwoServers(NEVER_MS);
    const cancel = new AbortController();
    const progress: Progress = () => cancel.abort(new Error("enough"));
    const input = { ...record, wait: "authoritative", wait_timeout: 3600 };
    const problem = await session.refuse("create_record", input, { signal: cancel.signal, progress });
    expect(problem).toMatchObject({
      code: "cancelled",
      message: "The waiting was cancelled; what was asked for is done (change CHANGE).",
    });
    const { output } = await session.run("list_changes", {});
    expect(output).toMatchObject({ changes: [{ status: "done" }] });
  });
});

describe("register_domain with wait", () => {
  const order = { domain: "new-project.dev", max_price: 30, confirm: "new-project.dev" };

  it("waits from pending to active", async () => {
    await using session = await startSession({ allowPurchases: true, sandbox: { activateAfterMs: 300 } });
    const { output } = await session.run("register_domain", { ...order, wait: "authoritative" });
    expect(output).toMatchObject({
      domain: { name: "new-project.dev", status: "active" },
      propagation: { propagated: true, servers: [] },
    });
  });

  it("tells that it is pending still when the time is up, the purchase beside it", async () => {
    await using session = await startSession({ allowPurchases: true, sandbox: { activateAfterMs: NEVER_MS } });
    const { output, text } = await session.run("register_domain", { ...order, wait: "public", wait_timeout: 1 });
    expect(output).toMatchObject({
      change: someChange,
      domain: { status: "pending" },
      propagation: { propagated: false, servers: [] },
    });
    const pending = "new-project.dev is still pending after 1 s; get_domain shows when it is active.";
    expect(text).toContain(pending);
    expect(notPropagated(output)).toMatchObject({
      message: `The change is made (change ${String(output["change"])}), and the domain is not active yet.`,
      hint: pending,
    });
  });

  it("goes on where the API fails for a while", async () => {
    await using session = await startSession({ allowPurchases: true, sandbox: { activateAfterMs: 300 } });
    const broken = { kind: "unavailable", times: 6, method: "GET", path: "/domains/" } as const;
    let told = 0;
    const progress: Progress = () => {
      if (told++ === 0) session.sandbox.faults.add(broken);
    };
    const { output } = await session.run("register_domain", { ...order, wait: "authoritative" }, { progress });
    expect(output).toMatchObject({ domain: { status: "active" }, propagation: { propagated: true } });
  });
});
