import { describe, expect, it } from "vitest";
import type { ServerLook } from "../../../src/core/wire/look.ts";
import { areAlike, countedLooks, isEverywhere } from "../../../src/core/wire/verdict.ts";
import { failureOf } from "../../../src/platform/wire/transport.ts";

type Fact = Pick<ServerLook, "ok" | "failure" | "judged">;

const reached: Fact = { ok: true };
const late: Fact = { ok: false };
const noRoute: Fact = { ok: false, failure: "no_route" };
const silent: Fact = { ok: false, failure: "no_answer" };

function look(host: string, address: string, fact: Fact): ServerLook {
  return { target: { host, kind: "authoritative", endpoint: { address, port: 53 } }, timeMs: 1, ...fact };
}

const v4 = (fact: Fact, host = "ns1.vps.org") => look(host, "192.0.2.1", fact);
const v6 = (fact: Fact, host = "ns1.vps.org") => look(host, "2001:db8::1", fact);

describe("whether it is everywhere", () => {
  it.each<[string, boolean, ServerLook[]]>([
    ["all addresses say so", true, [v4(reached), v6(reached)]],
    ["one lags", false, [v4(reached), v6(late)]],
    ["nobody was asked", false, []],
    ["no way leads to the IPv6 address of a server that was reached", true, [v4(reached), v6(noRoute)]],
    ["no way leads to any address of a server", false, [v4(reached), v6(noRoute, "ns2.vps.org")]],
    ["the IPv4 address lags and no way leads to the other", false, [v4(late), v6(noRoute)]],
    ["no IPv6 address at all answers", true, [v4(reached), v6(silent)]],
    ["one IPv6 address answers, and another does not", false, [v4(reached), v6(silent), v6(reached, "ns2.vps.org")]],
    ["an IPv4 address does not answer", false, [v4(silent), v4(reached, "ns2.vps.org")]],
  ])("where %s: %s", (_, expected, looks) => {
    expect(isEverywhere(looks)).toBe(expected);
  });

  it("leaves out nothing but what this machine cannot reach", () => {
    const looks = [v4(late), v6(noRoute), v4(silent, "ns2.vps.org")];
    expect(countedLooks(looks)).toEqual([looks[0], looks[2]]);
  });

  it("compares values in any order", () => {
    const saying = (...values: string[]) => v4({ ok: true, judged: { ok: true, rcode: "NOERROR", values, via: [] } });
    expect(areAlike([saying("a", "b"), saying("b", "a"), v4(silent)])).toBe(true);
    expect(areAlike([saying("a"), saying("a", "b")])).toBe(false);
  });
});

describe("a socket's error", () => {
  it.each([
    ["ENETUNREACH", "no_route"],
    ["EHOSTUNREACH", "no_route"],
    ["EADDRNOTAVAIL", "no_route"],
    ["EAFNOSUPPORT", "no_route"],
    ["ECONNREFUSED", "refused"],
    ["EPERM", "failed"],
  ])("%s is told as %s", (code, failure) => {
    expect(failureOf(Object.assign(new Error("send failed"), { code }))).toMatchObject({ kind: "failure", failure });
  });
});
