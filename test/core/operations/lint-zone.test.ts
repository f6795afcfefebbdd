import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

describe("lint_zone", () => {
  it("checks a zone of the account, in two requests", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("lint_zone", { zone: "example.org" });
    expect(text).toMatchInlineSnapshot(`"example.org, 2 records checked: no findings."`);
    expect(output).toMatchObject({ zone: "example.org", records: 2 });
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.org",
      "GET /dns-zones/pqr321-stu654-mno987/records/",
    ]);
  });

  it("checks a zone file without any request, errors first, faulty records too", async () => {
    await using session = await startSession();
    const zonefile = [
      "$ORIGIN example.net.",
      "@ 3600 IN MX 10 mail",
      '@ 3600 IN TXT "v=spf1 +all"',
      "bad_host 3600 IN A 192.0.2.9",
    ].join("\n");
    const { output, text } = await session.run("lint_zone", { zonefile });
    expect(text).toMatchInlineSnapshot(`
      "example.net, 3 records checked: 5 findings.
      error owner-not-host-name at bad_host A: The owner of A, AAAA and MX records is a host name: letters, digits and inner hyphens, no underscore. Choose a name without underscores and other special characters. (RFC 1123 §2.1)
      error target-without-address at @ MX: The MX record points at mail.example.net, which has no address in this zone. Add an A or AAAA record for mail.example.net first, or point elsewhere. (RFC 2181 §10.3)
      warning spf-all-pass at @ TXT: An SPF record with +all, or all without a sign, lets the whole world send mail in this name. End the record in -all or ~all. (RFC 7208 §5.1)
      advice mx-single at @ MX: There is one MX record only, so mail waits at its senders while that server is away. Add a second mail server with a higher priority number, unless the provider gives one name for many servers. (RFC 5321 §5.1)
      advice dmarc-missing at @ TXT: A name that takes mail has no DMARC policy, at its own _dmarc or the zone's, so forged mail is not refused. Add a TXT record at _dmarc with v=DMARC1; p=none and a rua, and tighten p later. (RFC 9989 §4.10.1)"
    `);
    expect(output).toMatchObject({ zone: "example.net", records: 3 });
    expect(session.requests()).toEqual([]);
  });

  it.each([
    ["of named's own writing", "$ORIGIN .\nexample.net 3600 IN SOA ns1.vps.org. h.vps.org. 1 2 3 4 5\n"],
    ["with the parent as its origin", "$ORIGIN net.\nexample IN 3600 SOA ns1.vps.org. h.vps.org. 1 2 3 4 5\n"],
    ["with the origin in two steps", "$ORIGIN net.\n$ORIGIN example\n@ SOA ns1.vps.org. h.vps.org. 1 2 3 4 5\n"],
    ["without an SOA", "$TTL 300\n$ORIGIN example.net. ; the zone\nwww A 192.0.2.1\n$ORIGIN sub.example.net.\n"],
    ["with the whole name and no origin", "example.net. 1d SOA ns1.vps.org. h.vps.org. 1 2 3 4 5\n"],
  ])("finds out which zone a file %s is of", async (_, zonefile) => {
    await using session = await startSession();
    expect((await session.run("lint_zone", { zonefile })).output).toMatchObject({ zone: "example.net" });
  });

  it("leaves out the findings that are named, and no others", async () => {
    await using session = await startSession();
    const zonefile = '@ 3600 IN TXT "v=spf1 +all"\nbad_host 3600 IN A 192.0.2.9\n';
    const all = await session.run("lint_zone", { zone: "example.net", zonefile });
    const ids = idsOf(all.output);
    const [first] = ids;
    const fewer = await session.run("lint_zone", { zone: "example.net", zonefile, ignore: [first] });
    expect(idsOf(fewer.output)).toEqual(ids.filter((id) => id !== first));
  });

  it("wants to know which zone a file is, and which zone there is to check", async () => {
    await using session = await startSession();
    expect(await session.refuse("lint_zone", { zonefile: "@ IN A 192.0.2.1\n" })).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "field": "zone",
        "hint": "Give zone as well, or start the file with $ORIGIN example.com.",
        "message": "The zone file does not say which zone it is.",
      }
    `);
    expect(await session.refuse("lint_zone", {})).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "field": "zone",
        "hint": "Give the zone to check, or a zone file's text.",
        "message": "Neither zone nor zonefile was given.",
      }
    `);
  });

  it("tells the lines of a file that cannot be read", async () => {
    await using session = await startSession();
    const problem = await session.refuse("lint_zone", { zone: "example.net", zonefile: "@ IN A 192.0.2\n@ IN (\n" });
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "invalid_zone_file",
        "field": "zonefile",
        "hint": "Mend these lines and try again.",
        "message": "The zone file cannot be used. Line 1, column 8: The value is no IPv4 address. Write four numbers from 0 to 255 without leading zeros, such as 192.0.2.1; IPv6 takes AAAA, a name CNAME. Line 2, column 6: This parenthesis is never closed.",
      }
    `);
  });
});

const found = z.object({ findings: z.array(z.object({ id: z.string() })) });

function idsOf(output: unknown): string[] {
  return found.parse(output).findings.map(({ id }) => id);
}
