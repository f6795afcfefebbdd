// The input `arguments`: YAML or JSON, scalars kept as they were written until a field's schema says what they are.
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { decodeMapping } from "../../src/action/decode-value.ts";
import { readMapping } from "../../src/action/read-mapping.ts";
import { InputError } from "../../src/core/errors.ts";
import { inputFields } from "../../src/core/input-field.ts";

const fields = inputFields(
  z.strictObject({
    domain: z.string(),
    years: z.int(),
    max_price: z.number(),
    auto_renew: z.boolean(),
    nameservers: z.array(z.string()),
    state: z.enum(["present", "absent"]),
    records: z.array(z.strictObject({ value: z.string(), ttl: z.int() })),
  }),
);

async function decoded(text: string): Promise<Readonly<Record<string, unknown>>> {
  return decodeMapping(await readMapping(text, "arguments"), fields);
}

describe("readMapping", () => {
  it.each([
    ["", {}],
    ["domain: example.com", { domain: "example.com" }],
    ['{"domain": "example.com", "years": 2}', { domain: "example.com", years: 2 }],
    ["domain: 0123", { domain: "0123" }],
    ["domain: yes", { domain: "yes" }],
    ["max-price: 12.50\nauto-renew: no", { max_price: 12.5, auto_renew: false }],
    ["nameservers:\n  - ns1.example.com\n  - ns2.example.com", { nameservers: ["ns1.example.com", "ns2.example.com"] }],
    ["state: ABSENT", { state: "absent" }],
    ["records:\n- value: 1.10\n  ttl: 300", { records: [{ value: "1.10", ttl: 300 }] }],
    ["domain:\nyears: ~\nstate: present", { years: "~", state: "present" }],
    ["colour: blue", { colour: "blue" }],
  ])("decodes %j by the fields' schemas", async (text, expected) => {
    if (text.includes("~")) await expect(decoded(text)).rejects.toThrow(InputError);
    else expect(await decoded(text)).toEqual(expected);
  });

  it.each([
    ["years: soon", "years"],
    ["records: [{ttl: 300}, {ttl: 1h}]", "records[1].ttl"],
    ["auto_renew: maybe", "auto_renew"],
  ])("names the field of %j that cannot be decoded, and quotes nothing", async (text, field) => {
    const error = await decoded(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid_input", field });
    expect(String(error)).not.toMatch(/soon|1h|maybe/);
  });

  it.each([
    "SECRET",
    "- SECRET",
    '"SECRET',
    "a: [SECRET",
    "a: *SECRET",
    "a: SECRET\na: SECRET",
    "\tSECRET: 1",
    "a: 1\n--- \nb: SECRET",
    "{SECRET: !!js/function 1, a",
    `a: &a [SECRET,SECRET]\nb: &b [${"*a,".repeat(99)}]\nc: &c [${"*b,".repeat(99)}]\nd: [${"*c,".repeat(99)}]`,
  ])("refuses %j without quoting any of it", async (text) => {
    const error = await readMapping(text, "arguments").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ field: "arguments" });
    expect(JSON.stringify([String(error), error])).not.toContain("SECRET");
  });

  it("cannot be made to touch a prototype", async () => {
    const value = await decoded("__proto__: {polluted: yes}\nconstructor: x");
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.getOwnPropertyNames(value).sort()).toEqual(["__proto__", "constructor"]);
  });
});
