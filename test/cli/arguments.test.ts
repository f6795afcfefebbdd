import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { exampleCommand } from "../../src/cli/help.ts";
import { InputError } from "../../src/core/errors.ts";
import { findOperation, operations } from "../../src/core/operations/index.ts";

const sources = {
  readStdin: () => Promise.resolve('{"zone": "example.com"}'),
  readText: (path: string) => Promise.resolve(`; from ${path}\n`),
};

function read(name: string, ...words: string[]) {
  const operation = findOperation(name);
  if (operation === undefined) throw new Error(name);
  return readArguments(operation, words, sources);
}

describe("the words of vps-dns call", () => {
  it.each<[string, string[], Record<string, unknown>]>([
    ["list_records", ["zone=example.com", "limit=10"], { zone: "example.com", limit: 10 }],
    ["create_record", ["name=@", "value=a=b=c"], { name: "@", value: "a=b=c" }],
    ["register_domain", ["auto-renew=false", "max_price=12.99"], { auto_renew: false, max_price: 12.99 }],
    [
      "register_domain",
      ["nameservers=ns1.example.net", "nameservers=ns2.example.net"],
      { nameservers: ["ns1.example.net", "ns2.example.net"] },
    ],
    [
      "ensure_records",
      ['records=[{"type":"A","name":"www","value":"192.0.2.1"}]'],
      { records: [{ type: "A", name: "www", value: "192.0.2.1" }] },
    ],
    ["lint_zone", ["zonefile=@zones/example.zone"], { zonefile: "; from zones/example.zone\n" }],
    ["get_zone", ['{"zone": "example.com"}'], { zone: "example.com" }],
    ["get_zone", ["-"], { zone: "example.com" }],
    ["get_zone", ["colour=red"], { colour: "red" }],
    ["list_zones", [], {}],
  ])("%s %j", async (name, words, expected) => {
    expect(await read(name, ...words)).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ["get_zone", ["example.com"], "An argument is neither key=value nor a JSON object."],
    ["get_zone", ["=example.com"], "An argument is neither key=value nor a JSON object."],
    ["get_zone", ["zone=a.example", "zone=b.example"], "zone was given more than once."],
    ["list_records", ["limit=ten"], "limit is a number."],
    ["register_domain", ["auto_renew=perhaps"], "auto_renew is true or false."],
    ["get_zone", ["{not json"], "the JSON argument does not hold valid JSON."],
    ["ensure_records", ["records=[{]"], "records does not hold valid JSON."],
  ])("%s %j is refused", async (name, words, message) => {
    await expect(read(name, ...words)).rejects.toThrow(message);
  });

  it("says how one value that begins with a bracket is given", async () => {
    const hint: unknown = expect.stringContaining('["[value"]');
    await expect(read("set_rrset", "values=[not] JSON")).rejects.toMatchObject({ hint });
    expect(await read("set_rrset", 'values=["[not] JSON"]')).toEqual({ values: ["[not] JSON"] });
  });

  it("never quotes what it could not read: it may hold a secret", async () => {
    const refusal = await read("transfer_domain", '{"auth_code": "s3cret"').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain("s3cret");
  });

  it("reads every example back as it is written", async () => {
    for (const operation of operations) {
      for (const { input } of operation.examples) {
        const words = unquoted(exampleCommand(operation.name, input)).slice(3);
        expect(await readArguments(operation, words, sources)).toEqual(input);
      }
    }
  });
});

/** The words of a command line as a POSIX shell splits them; single quotes only, as the examples use. */
function unquoted(command: string): string[] {
  return [...command.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/gs)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/gs, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ""),
  );
}
