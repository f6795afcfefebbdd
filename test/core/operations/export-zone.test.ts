import { describe, expect, it } from "vitest";
import { checkZoneFile, hasNamedCheckzone } from "../../support/named-checkzone.ts";
import { startSession } from "../../support/session.ts";

describe("export_zone", () => {
  it.runIf(hasNamedCheckzone)("gives a file that BIND loads in its strict form, SOA and apex NS included", async () => {
    await using session = await startSession();
    for (const zone of ["example.com", "myapp.io", "example.org"]) {
      const { output } = await session.run("export_zone", { zone });
      expect(checkZoneFile(zone, String(output["zonefile"]))).toMatchObject({ loads: true });
    }
  });

  it("shows the file as its text", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("export_zone", { zone: "example.org" });
    expect(text).toMatchInlineSnapshot(`
      "$ORIGIN example.org.
      $TTL 3600
      @   3600 IN SOA   ns1.vps.org. hostmaster.vps.org. (
                        1          ; serial
                        7200       ; refresh
                        900        ; retry
                        1209600    ; expire
                        300        ; minimum: how long a "no" is remembered (RFC 2308)
                        )
      @   3600 IN NS    ns1.vps.org.
      @   3600 IN NS    ns2.vps.org.
      @   3600 IN A     192.0.2.40
      www 3600 IN A     192.0.2.40
      "
    `);
    expect(output).toMatchObject({ total: 2 });
  });

  it("gives the records with ids as JSON", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("export_zone", { zone: "example.org", format: "json" });
    expect(output).toMatchObject({ records: [{ id: "rec-021" }, { id: "rec-022" }], total: 2 });
    expect(text).toBe("@ 3600 A 192.0.2.40 ; id rec-021\nwww 3600 A 192.0.2.40 ; id rec-022");
  });

  it("cuts a text that no host would take, and says so", async () => {
    await using session = await startSession();
    const records = Array.from({ length: 150 }, (_, at) => ({
      type: "TXT",
      name: `n${at}`,
      value: `${at} ${"x".repeat(400)}`,
    }));
    await session.run("ensure_records", { zone: "example.org", records });
    const { output, text } = await session.run("export_zone", { zone: "example.org" });
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(text).toMatch(/^\(Cut here: \d+ of \d+ lines shown\. The structured result is whole;.*\)$/m);
    expect(String(output["zonefile"]).length).toBeGreaterThan(60_000);
  });
});
