import { describe, expect, it } from "vitest";
import { wireOf } from "../../../src/platform/wire/named-wires.ts";
import { hasNamed, startNamed } from "../../support/named.ts";
import { NO_API, openTestSession, startSession } from "../../support/session.ts";

const zone = "example.com";
const www = { zone, name: "www", type: "A", expect: ["192.0.2.10"] };

function steady(text: string): string {
  return text.replaceAll(/serial \d+/g, "serial N").replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT");
}

describe("check_propagation", () => {
  it("finds a record at every server of the sandbox, and its serial", async () => {
    await using session = await startSession({ sandbox: { lagMs: 0 } });
    const input = { zone, name: "api", type: "A", expect: ["192.0.2.10"] };
    const { output, text } = await session.run("check_propagation", input);
    expect(output).toMatchObject({
      propagated: true,
      servers: [
        { kind: "authoritative", ok: true, rcode: "NOERROR", aa: true, answers: ["192.0.2.10"], ttl: 300 },
        { kind: "public", ok: true, rcode: "NOERROR", answers: ["192.0.2.10"], ttl: 300 },
      ],
    });
    expect(steady(text)).toMatchInlineSnapshot(`
      "Answered by all 2 server addresses:
      yes: authoritative 127.0.0.1:PORT: 192.0.2.10 ; TTL 300 ; serial N
      yes: public 127.0.0.1:PORT: 192.0.2.10 ; TTL 300"
    `);
    expect(session.requests()).toEqual([]);
  });

  it.each([
    ["AAAA", "v6", "2001:0DB8::0001"],
    ["MX", "@", "10 MAIL.Example.com."],
    ["CNAME", "web", "@"],
    ["CAA", "@", "0 ISSUE letsencrypt.org"],
    ["SRV", "_sip._tcp", "5 10 5060 sip.example.net."],
    ["TXT", "@", '"v=spf1 " "mx -all"'],
  ])("compares %s by what it means", async (type, name, value) => {
    await using session = await startSession();
    await session.run("set_rrset", { zone, name, type, values: [value] });
    const { output } = await session.run("check_propagation", { zone, name, type, expect: [value] });
    expect(output).toMatchObject({ propagated: true });
  });

  it("finds what is expected beside what is not", async () => {
    await using session = await startSession();
    const values = ["v=spf1 mx -all", "google-site-verification=abc"];
    await session.run("ensure_records", { zone, records: values.map((value) => ({ type: "TXT", name: "@", value })) });
    const look = (input: object) => session.run("check_propagation", { zone, name: "@", type: "TXT", ...input });
    expect((await look({ expect: [values[1]] })).output).toMatchObject({ propagated: true });
    expect((await look({ expect: [values[1], "other"] })).output).toMatchObject({
      propagated: false,
      servers: [{ ok: false, error: "It lacks 1 of 2 values." }, { ok: false }],
    });
  });

  it("tells what should have gone and is still answered", async () => {
    await using session = await startSession();
    const look = (input: object) => session.run("check_propagation", { zone, name: "api", type: "A", ...input });
    expect((await look({ absent: true })).output).toMatchObject({
      propagated: false,
      servers: [{ error: "It still answers 1 record." }, {}],
    });
    expect((await look({ absent: true, expect: ["192.0.2.10"] })).output).toMatchObject({
      servers: [{ error: "It still answers what should have gone." }, {}],
    });
    expect((await look({ absent: true, expect: ["192.0.2.99"] })).output).toMatchObject({ propagated: true });
    const gone = await session.run("check_propagation", { zone, name: "gone", type: "A", absent: true });
    expect(gone.output).toMatchObject({ propagated: true, servers: [{ rcode: "NXDOMAIN", negative_ttl: 300 }, {}] });
  });

  it("tells no such name from a name without the type, and does not ask resolvers too early (RFC 2308)", async () => {
    await using session = await startSession();
    const nothing = await session.run("check_propagation", { zone, name: "nothing", type: "TXT" });
    expect(steady(nothing.text)).toMatchInlineSnapshot(`
      "Not answered everywhere yet: 0 of 1 server address.
      no: authoritative 127.0.0.1:PORT: NXDOMAIN ; serial N. It says that there is no such name (NXDOMAIN). A resolver that asks now keeps that for 300 seconds.
      Public resolvers were not asked: they would keep the no. With servers: public they are."
    `);
    const noType = await session.run("check_propagation", { zone, name: "api", type: "TXT" });
    expect(noType.output).toMatchObject({ propagated: false, servers: [{ rcode: "NODATA", negative_ttl: 300 }] });
  });

  it("asks resolvers all the same when told so, and says how long they keep their no", async () => {
    await using session = await startSession();
    const input = { zone, name: "nothing", type: "TXT", expect: ["x"], servers: "public" };
    expect((await session.run("check_propagation", input)).output).toMatchObject({
      propagated: false,
      servers: [
        {
          kind: "public",
          rcode: "NXDOMAIN",
          negative_ttl: 300,
          error: "It says that there is no such name (NXDOMAIN). It keeps that for another 300 seconds.",
        },
      ],
    });
  });

  it("follows an alias inside the zone", async () => {
    await using session = await startSession();
    await session.run("ensure_records", {
      zone,
      records: [{ type: "CNAME", name: "alias", value: "api.example.com" }],
    });
    const input = { zone, name: "alias", type: "A", expect: ["192.0.2.10"] };
    expect((await session.run("check_propagation", input)).output).toMatchObject({
      propagated: true,
      servers: [{ via: ["api.example.com"], answers: ["192.0.2.10"] }, {}],
    });
  });

  it("refuses a zone that is not allowed, before anybody is asked", async () => {
    await using session = await startSession({ zones: ["example.net"] });
    expect(await session.refuse("check_propagation", www)).toMatchObject({ code: "zone_not_allowed" });
  });

  it("blames the expected value that is none", async () => {
    await using session = openTestSession(NO_API, {});
    const input = { zone, name: "www", type: "A", expect: ["192.0.2.1", "192.0.2"] };
    expect(await session.refuse("check_propagation", input)).toMatchObject({
      code: "invalid_value",
      field: "expect[1]",
    });
  });
});

describe.runIf(hasNamed)("check_propagation at BIND", () => {
  const text = `$ORIGIN example.com.
$TTL 600
@ IN SOA ns1 hostmaster 2026112101 3600 600 604800 120
@ IN NS ns1
@ IN NS ns2.example.net.
@ IN MX 10 mail
@ IN CAA 0 issue "ca.example; accounturi=https://ca.example/1"
ns1 IN A 192.0.2.53
mail IN AAAA 2001:db8::25
www IN CNAME mail
sub IN NS ns1.sub
ns1.sub IN A 192.0.2.54
_sip._tcp IN SRV 1 2 5060 mail
long IN TXT "${"a".repeat(255)}" "${"b".repeat(255)}" "${"c".repeat(255)}" "${"d".repeat(255)}" "${"e".repeat(255)}" "end"
`;

  it("finds every type, over TCP what does not fit, and the zone's serial", async () => {
    const named = await startNamed([{ origin: zone, text }]);
    const wire = wireOf({ nameservers: [named.server], resolvers: [named.server] });
    await using session = openTestSession(NO_API, { wire });
    const expected: readonly (readonly [string, string, string])[] = [
      ["@", "NS", "ns2.example.net"],
      ["@", "MX", "10 mail.example.com"],
      ["@", "CAA", '0 issue "ca.example; accounturi=https://ca.example/1"'],
      ["ns1", "A", "192.0.2.53"],
      ["mail", "AAAA", "2001:db8:0::25"],
      ["www", "CNAME", "mail"],
      ["_sip._tcp", "SRV", "1 2 5060 mail.example.com"],
      ["long", "TXT", `${["a", "b", "c", "d", "e"].map((letter) => letter.repeat(255)).join("")}end`],
      ["www", "AAAA", "2001:db8::25"],
      ["sub", "NS", "ns1.sub.example.com"],
      ["ns1.sub", "A", "192.0.2.54"],
    ];
    for (const [name, type, value] of expected) {
      const input = { zone, name, type, expect: [value], servers: "authoritative" };
      const { output } = await session.run("check_propagation", input);
      expect(output, `${name} ${type}`).toMatchObject({
        propagated: true,
        servers: [{ ttl: 600, serial: 2026112101 }],
      });
    }
    const missing = await session.run("check_propagation", {
      zone,
      name: "nothing",
      type: "A",
      servers: "authoritative",
    });
    expect(missing.output).toMatchObject({ servers: [{ rcode: "NXDOMAIN", negative_ttl: 120 }] });
    const foreign = await session.run("check_propagation", {
      zone: "example.net",
      name: "@",
      type: "A",
      servers: "authoritative",
    });
    expect(foreign.output).toMatchObject({ servers: [{ rcode: "REFUSED" }] });
    await named.close();
  });
});
