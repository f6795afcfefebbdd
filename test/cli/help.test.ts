// What a person reads who asks for an operation's fields.
import { describe, expect, it } from "vitest";
import { operationHelp } from "../../src/cli/help.ts";
import { createRecord } from "../../src/core/operations/create-record.ts";

describe("operationHelp", () => {
  it("names each field with what it takes, and shows a command", () => {
    const text = operationHelp(createRecord);
    expect(text).toContain("  zone          Zone name (example.com), or its id (text, required)\n");
    expect(text).toContain("(A | AAAA | CNAME | MX | TXT | NS | SRV | CAA, required)\n");
    expect(text).toMatch(/^ {2}wait .*\(none \| authoritative \| public\)$/m);
    expect(text).toContain("  vps-dns call create_record zone=example.com type=A name=shop value=192.0.2.10\n");
  });
});
