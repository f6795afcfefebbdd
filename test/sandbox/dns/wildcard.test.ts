// The queries of RFC 4592 §2.2.1, word by word, and the cases of its section 4 that this server can hold.
import { describe, expect, it } from "vitest";
import { queryDns } from "../../support/dns-query.ts";
import { RFC_4592_ORIGIN, RFC_4592_RECORDS } from "./rfc-4592-zone.ts";
import { serve, zoneOf } from "./serve.ts";

type Row = readonly [name: string, type: string, rcode: string, values: readonly string[], because: string];

const ROWS: readonly Row[] = [
  ["host3.example", "MX", "NOERROR", ["host1.example"], "synthesised (§2.2.1)"],
  ["host3.example", "A", "NOERROR", [], "no A at the wildcard (§2.2.1)"],
  ["foo.bar.example", "TXT", "NOERROR", ["this is a wildcard"], "bar.example does not exist (§2.2.1)"],
  ["host1.example", "MX", "NOERROR", [], "host1.example exists (§2.2.1)"],
  ["sub.*.example", "MX", "NOERROR", [], "sub.*.example exists (§2.2.1)"],
  ["_telnet._tcp.host1.example", "SRV", "NXDOMAIN", [], "_tcp.host1.example exists (§2.2.1)"],
  ["ghost.*.example", "MX", "NXDOMAIN", [], "*.example exists, and is the closest encloser (§2.2.1)"],
  ["host2.example", "MX", "NOERROR", [], "an empty non-terminal exists (§2.2.2)"],
  ["_tcp.host1.example", "TXT", "NOERROR", [], "an empty non-terminal exists (§2.2.2)"],
  ["*.example", "TXT", "NOERROR", ["this is a wildcard"], "an asterisk label in a query matches itself (§2.3)"],
  ["*.host1.example", "TXT", "NXDOMAIN", [], "an asterisk label in a query is no wildcard (§2.3)"],
  ["any.alias.example", "A", "NOERROR", ["host1.example", "192.0.2.1"], "a wildcard CNAME is followed (§4.4)"],
  ["any.alias.example", "CNAME", "NOERROR", ["host1.example"], "a wildcard CNAME is itself an answer (§4.4)"],
  ["alias.example", "TXT", "NOERROR", [], "a wildcard does not match its own parent (§3.3.1)"],
  ["any.empty.example", "TXT", "NOERROR", [], "the source of synthesis exists and is empty (§4.9)"],
];

describe("wildcards", () => {
  it.each(ROWS)("%s %s is %s %j: %5$s", async (name, type, rcode, values) => {
    const server = await serve(zoneOf(RFC_4592_ORIGIN, RFC_4592_RECORDS));
    const response = await queryDns({ server, name, type });
    expect(response).toMatchObject({ rcode, aa: true });
    expect(response.answers.map(({ value }) => value)).toEqual(values);
    expect(response.authorities.map((record) => record.type)).toEqual(values.length > 0 ? ["NS", "NS"] : ["SOA"]);
    // What is synthesised has the name that was asked for (RFC 1034 §4.3.3).
    if (values.length > 0) expect(response.answers[0]?.name).toBe(name);
  });

  it("refers a name below a zone cut, whatever the wildcard above it (RFC 4592 §2.2.1)", async () => {
    const server = await serve(zoneOf(RFC_4592_ORIGIN, RFC_4592_RECORDS));
    const response = await queryDns({ server, name: "host.subdel.example", type: "A" });
    expect(response).toMatchObject({ rcode: "NOERROR", aa: false, answers: [] });
    expect(response.authorities.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "subdel.example NS",
      "subdel.example NS",
    ]);
  });
});
