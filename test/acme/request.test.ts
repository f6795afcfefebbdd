// How clients call the hook: every documented form is one request.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseDuration } from "../../src/acme/duration.ts";
import { readRequest } from "../../src/acme/request.ts";
import { splitWords } from "../../src/acme/split-words.ts";
import { refusal } from "../support/refusal.ts";

const NO_CERTBOT = { domain: undefined, validation: undefined, authOutput: undefined };
const read = (words: readonly string[], certbot = {}, olderThan?: string) =>
  readRequest(words, { certbot: { ...NO_CERTBOT, ...certbot }, olderThan });

const VALUE = "--sH-2j1o0WmQ0k9nJ4v5r6t7y8u9i0o1p2a3s4d5f6";
const NAME = "_acme-challenge.www.example.com";
const KEY = "token.thumbprint";
const KEY_VALUE = createHash("sha256").update(KEY).digest("base64url");
const one = (kind: string, name = NAME, value = VALUE) => ({ kind, challenges: [{ name, value }] });

describe("vps-dns acme", () => {
  it.each([
    ["lego, acme.sh", ["present", "_acme-challenge.WWW.example.com.", VALUE], one("present")],
    ["lego of old, with a TTL", ["present", `${NAME}.`, VALUE, "120"], one("present")],
    ["the same for cleaning up", ["cleanup", NAME, VALUE], one("cleanup")],
    ["lego's RAW mode", ["present", "--", "www.example.com", "token", KEY], one("present", NAME, KEY_VALUE)],
    ["RAW mode of old", ["cleanup", "www.example.com.", "--", "token", KEY], one("cleanup", NAME, KEY_VALUE)],
    ["RAW mode for a wildcard", ["present", "--", "*.www.example.com", "t", KEY], one("present", NAME, KEY_VALUE)],
    ["lego's time-out mode", ["timeout"], { kind: "timeout" }],
    ["dehydrated", ["deploy_challenge", "www.example.com", "token", VALUE], one("present")],
    ["dehydrated cleaning up", ["clean_challenge", "*.www.example.com", "token", VALUE], one("cleanup")],
    ["dehydrated's other events", ["deploy_cert", "example.com", "key.pem"], { kind: "nothing" }],
    [
      "dehydrated's trap",
      ["this_hookscript_is_broken__dehydrated_is_working_fine__please_ignore_unknown_hooks_in_your_script"],
      { kind: "nothing" },
    ],
    ["a server", ["serve", "0"], { kind: "serve", address: "0" }],
  ])("understands %s", (_, words, request) => {
    expect(read(words)).toEqual(request);
  });

  it("takes dehydrated's chain as several challenges (HOOK_CHAIN=yes)", () => {
    expect(read(["deploy_challenge", "example.com", "t1", "v1", "example.com", "t2", "v2"])).toEqual({
      kind: "present",
      challenges: [
        { name: "_acme-challenge.example.com", value: "v1" },
        { name: "_acme-challenge.example.com", value: "v2" },
      ],
    });
  });

  it("reads certbot's environment where no challenge is given", () => {
    const certbot = { domain: "www.example.com", validation: VALUE };
    expect(read(["present"], certbot)).toEqual(one("present"));
    expect(read(["cleanup"], certbot)).toEqual(one("cleanup"));
    expect(read([], certbot)).toEqual(one("present"));
  });

  it("cleans up as the bare command only after having added that very value: certbot leaves the variable set", () => {
    const certbot = { domain: "www.example.com", validation: VALUE };
    expect(read([], { ...certbot, authOutput: `Present: ${NAME} TXT ${VALUE}` })).toEqual(one("cleanup"));
    expect(read([], { ...certbot, authOutput: "Present: _acme-challenge.example.org TXT other" })).toEqual(
      one("present"),
    );
  });

  it("sweeps where a time and no challenge is given", () => {
    expect(read(["cleanup"], {}, "24h")).toEqual({ kind: "sweep", olderThan: "24h" });
  });

  it.each([
    [[]],
    [["present"]],
    [["present", NAME]],
    [["present", NAME, VALUE, "token", "key"]],
    [["present", NAME, VALUE, "--wait-timout"]],
    [["cleanup", NAME, VALUE, "--api-url=http://127.0.0.1:8053"]],
    [["present", "*.example.com", VALUE]],
    [["present", "com", VALUE]],
    [["present", "a..example.com", VALUE]],
    [["present", NAME, "two words"]],
    [["present", NAME, ""]],
    [["present", NAME, "x".repeat(256)]],
    [["deploy_challenge"]],
    [["deploy_challenge", "example.com", "token"]],
    [["serve"]],
    [["presnet", NAME, VALUE]],
  ])("refuses %j without quoting the value", (words) => {
    const { code, message } = refusal(() => read(words));
    expect(["invalid_input", "invalid_name", "invalid_value"]).toContain(code);
    expect(message).not.toContain(VALUE);
  });

  it("refuses a time together with a challenge or another command", () => {
    expect(refusal(() => read(["cleanup", NAME, VALUE], {}, "1h")).code).toBe("invalid_input");
    expect(refusal(() => read(["present", NAME, VALUE], {}, "1h")).code).toBe("invalid_input");
  });
});

describe("flags of vps-dns acme", () => {
  const flags = [
    { flag: "sandbox", takesWord: false },
    { flag: "api-url", takesWord: true },
  ];
  const split = (...words: string[]) => splitWords(words, flags);

  it("stand before and behind the challenge", () => {
    expect(split("--sandbox", "present", "a", "b", "--api-url", "u")).toEqual({
      flagWords: ["--sandbox", "--api-url", "u"],
      operands: ["present", "a", "b"],
    });
    expect(split("--api-url=u", "--sandbox=d", "timeout").flagWords).toEqual(["--api-url=u", "--sandbox=d"]);
  });

  it("are told from values that begin with hyphens: base64url has them", () => {
    expect(split("present", NAME, VALUE)).toEqual({ flagWords: [], operands: ["present", NAME, VALUE] });
    const raw = ["present", NAME, `-${"a".repeat(21)}`, `--${"b".repeat(20)}.${"-".repeat(43)}`];
    expect(split(...raw)).toEqual({ flagWords: [], operands: raw });
  });

  it.each(["--sandbx", "--sandbx=d", "-sandbox", "-x", "--help"])("are those that nobody knows, too: %s", (word) => {
    expect(split(word, "present", NAME).flagWords).toEqual([word]);
    expect(split("present", NAME, word).flagWords).toEqual([word]);
  });

  it("end at --, which lego's RAW mode puts in front of what may begin with hyphens", () => {
    expect(split("--sandbox", "present", "--", "--api-url", "--x", "-y")).toEqual({
      flagWords: ["--sandbox"],
      operands: ["present", "--api-url", "--x", "-y"],
    });
  });
});

describe("--older-than", () => {
  it.each([
    ["90s", 90_000],
    ["15m", 900_000],
    ["24h", 86_400_000],
    ["7d", 604_800_000],
    ["0s", 0],
  ])("takes %s", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(["", "1", "h", "1w", "-1h", "1h30m", "1.5h", "9999999d"])("refuses '%s'", (text) => {
    expect(refusal(() => parseDuration(text))).toMatchObject({ code: "invalid_input", field: "older-than" });
  });
});
