import { describe, expect, it } from "vitest";
import { readRecord } from "../../../src/core/dns/parse-record.ts";
import { a, aaaa, caa, cname, mx, srv, txt, ZONE } from "../../support/builders.ts";

const answer = (row: Partial<Parameters<typeof readRecord>[0]>) =>
  readRecord({ zone: ZONE, name: "www", type: "A", value: "192.0.2.1", ...row });

describe("readRecord", () => {
  it.each([
    ["a name as it was sent", { name: "www" }, a("www", "192.0.2.1")],
    ["an FQDN, another case, a final dot", { name: "WWW.Example.COM." }, a("www", "192.0.2.1")],
    ["an FQDN where @ was sent", { name: "example.com" }, a("@", "192.0.2.1")],
    ["an empty name for the apex", { name: "" }, a("@", "192.0.2.1")],
    ["a type in lower case", { type: "a" }, a("www", "192.0.2.1")],
    ["a TTL as text", { ttl: "300" }, a("www", "192.0.2.1", 300)],
    ["no TTL, which is the API's default", { ttl: null }, a("www", "192.0.2.1", 3600)],
    ["a priority of null or 0 where none belongs", { priority: 0 }, a("www", "192.0.2.1")],
    ["a long IPv6", { type: "AAAA", value: "2001:0DB8:0:0::0001" }, aaaa("www", "2001:db8::1")],
    ["a target with a final dot", { type: "CNAME", value: "A.Example.NET." }, cname("www", "a.example.net")],
    ["a priority as text", { type: "MX", value: "mail.example.com.", priority: "10" }, mx("www", 10, "mail")],
    [
      "a priority inside the value",
      { type: "MX", value: "10 mail.example.com", priority: null },
      mx("www", 10, "mail"),
    ],
    ["a priority in both places", { type: "MX", value: "10 mail", priority: 10 }, mx("www", 10, "mail")],
    [
      "a whole SRV in the value",
      { name: "_sip._tcp", type: "SRV", value: "5 10 5060 sip.example.net." },
      srv("_sip._tcp", 5, "10 5060 sip.example.net"),
    ],
    ["a bare CAA", { type: "CAA", value: "0 issue letsencrypt.org" }, caa("www", '0 issue "letsencrypt.org"')],
    ["a plain TXT", { type: "TXT", value: "v=spf1 -all" }, txt("www", "v=spf1 -all")],
    ["a quoted TXT", { type: "TXT", value: '"v=spf1 -all"' }, txt("www", "v=spf1 -all")],
    [
      "a TXT cut into strings",
      { type: "TXT", value: `"${"a".repeat(255)}" "${"a".repeat(45)}"` },
      txt("www", "a".repeat(300)),
    ],
  ])("understands %s", (_, row, record) => {
    expect(answer(row)).toEqual(record);
  });

  it.each([
    ["an underscore in the owner of an address", { name: "_a" }, "192.0.2.1"],
    ["an address as a mail server", { type: "MX", value: "192.0.2.1", priority: 10 }, "192.0.2.1"],
    ["a null MX with a priority", { type: "MX", value: ".", priority: 10 }, "."],
    ["a CNAME at the apex", { name: "@", type: "CNAME", value: "a.example" }, "a.example"],
    ["reserved CAA flags", { type: "CAA", value: '1 issue "a"' }, '1 issue "a"'],
    ["an SRV without service and protocol", { type: "SRV", value: "1 2 3 a.example" }, "2 3 a.example"],
  ])("shows what may not be written, so that it can be mended: %s", (_, row, value) => {
    expect(answer(row)?.value).toBe(value);
  });

  it("reads a doubled name as what it is", () => {
    expect(answer({ name: "www.example.com.example.com" })?.name).toBe("www.example.com.example.com");
  });

  it.each([
    ["a type it does not know", { type: "TLSA", value: "3 1 1 00" }],
    ["a value that is none of its type", { value: "somewhere" }],
    ["a name outside the zone", { name: "www.example.org." }],
    ["a name that is none", { name: "a..b" }],
    ["a TTL that is none", { ttl: "soon" }],
    ["an MX without a priority", { type: "MX", value: "mail" }],
    ["two priorities that differ", { type: "MX", value: "10 mail", priority: 20 }],
    ["a TXT of octets that are no text", { type: "TXT", value: '"\\255"' }],
  ])("leaves alone what it does not understand: %s", (_, row) => {
    expect(answer(row)).toBeUndefined();
  });
});
