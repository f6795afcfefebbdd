import { describe, expect, it } from "vitest";
import { parseApiUrl, parseToken } from "../../../src/core/api/settings.ts";
import { InputError, problemLine, toProblem } from "../../../src/core/errors.ts";

function refusal(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("It was accepted, and should not have been.");
}

describe("parseApiUrl", () => {
  it.each([
    ["https://admin.vps.org/api/v1", "https://admin.vps.org/api/v1"],
    ["https://admin.vps.org/api/v1/", "https://admin.vps.org/api/v1"],
    [" https://Admin.VPS.org/api/v1// ", "https://admin.vps.org/api/v1"],
    ["https://api.example.com", "https://api.example.com"],
    ["http://127.0.0.1:8080/api/v1", "http://127.0.0.1:8080/api/v1"],
    ["http://127.1:8080/api/v1", "http://127.0.0.1:8080/api/v1"],
    ["http://[::1]:8080/api/v1/", "http://[::1]:8080/api/v1"],
    ["http://localhost/api/v1", "http://localhost/api/v1"],
  ])("takes %s", (given, url) => {
    expect(parseApiUrl(given)).toBe(url);
  });

  it.each([
    "http://admin.vps.org/api/v1",
    "http://127.0.0.1.example.com/api/v1",
    "http://localhost.example.com/api/v1",
    "http://192.0.2.1/api/v1",
    "ftp://admin.vps.org/api/v1",
    "file:///etc/passwd",
    "admin.vps.org/api/v1",
    "https://user@admin.vps.org/api/v1",
    "https://user:secret-word@admin.vps.org/api/v1",
    "https://admin.vps.org/api/v1?token=secret-word",
    "https://admin.vps.org/api/v1?",
    "https://admin.vps.org/api/v1#x",
    "",
  ])("refuses %s, naming the setting and quoting nothing", (given) => {
    const error = refusal(() => parseApiUrl(given));
    expect(error).toMatchObject({ code: "invalid_input", field: "api-url" });
    expect(problemLine(toProblem(error))).not.toContain("secret-word");
  });
});

describe("parseToken", () => {
  it("trims white space and line ends around a token", () => {
    expect(parseToken(" vps_abc123DEF456\r\n")).toBe("vps_abc123DEF456");
  });

  it.each([
    "vps_",
    "abc123def456",
    "Bearer vps_abc123",
    '"vps_abc123"',
    "vps_abc 123",
    "vps_abc\nvps_def",
    "vps_abc\u0000",
    "vps_abcé",
    "VPS_abc123",
    `vps_${"a".repeat(600)}`,
  ])("refuses %j before any request and does not echo it", (given) => {
    const error = refusal(() => parseToken(given));
    expect(error.code).toBe("token_malformed");
    expect(problemLine(toProblem(error))).not.toMatch(/abc|def456|aaaa/);
  });

  it("calls an empty token missing", () => {
    expect(refusal(() => parseToken(" \n")).code).toBe("token_missing");
  });
});
