// One story through every door: a zone is made, a verification TXT is put in place beside another, put there again,
// answered on the wire, and taken away alone.
import { describe, expect, it } from "vitest";
import { startSandboxProcess } from "../support/dist-program.ts";
import { queryDns } from "../support/dns-query.ts";
import { doors } from "./doors.ts";

const zone = "story.example";
const policy = { name: "@", type: "TXT", value: "v=spf1 -all" };
const verification = { name: "@", type: "TXT", value: "google-site-verification=abc123" };

describe.each(Object.entries(doors))("a verification record through %s", (_, open) => {
  it("is there when wanted, and nothing else is touched", async () => {
    await using sandbox = await startSandboxProcess();
    await using door = await open(sandbox);
    const texts = async () => {
      const { answers } = await queryDns({ server: sandbox.nameserver, name: zone, type: "TXT" });
      return answers.map(({ value }) => value).toSorted();
    };

    await door.call("create_zone", { domain: zone });
    await door.call("create_record", { zone, ...policy });
    expect(await door.call("ensure_records", { zone, records: [verification] })).toMatchObject({ changed: true });
    expect(await texts()).toEqual([verification.value, policy.value]);

    expect(await door.call("ensure_records", { zone, records: [verification] })).toMatchObject({ changed: false });

    const taken = await door.call("ensure_records", { zone, records: [verification], state: "absent" });
    expect(taken).toMatchObject({ changed: true });
    expect(await texts()).toEqual([policy.value]);

    await door.callGuarded("delete_zone", { zone }, zone);
    expect((await queryDns({ server: sandbox.nameserver, name: zone, type: "TXT" })).rcode).toBe("REFUSED");
  });
});
