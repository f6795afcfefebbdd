import { describe, expect, it } from "vitest";
import { SANDBOX_FLAGS, SESSION_FLAGS, TOOL_FLAGS } from "../../src/main/flags.ts";
import { parseFlags, parseOnlyFlags } from "../../src/main/parse-flags.ts";
import { sessionSettings, toolSettings } from "../../src/main/settings.ts";
import { refusal } from "../support/refusal.ts";

const all = [...SESSION_FLAGS, ...TOOL_FLAGS];

function settings(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { values } = parseFlags(all, argv, env);
  return { ...sessionSettings(values), ...toolSettings(values) };
}

describe("flags and their environment twins", () => {
  it.each([
    [["--zone", "a.example,b.example", "--zone=c.example"], {}, { zones: ["a.example", "b.example", "c.example"] }],
    [[], { VPS_ZONES: "a.example, b.example" }, { zones: ["a.example", "b.example"] }],
    [["--zone", "c.example"], { VPS_ZONES: "a.example" }, { zones: ["c.example"] }],
    [["--sandbox"], {}, { sandbox: { dir: undefined } }],
    [["--sandbox=kept"], {}, { sandbox: { dir: "kept" } }],
    [[], { VPS_SANDBOX: "yes" }, { sandbox: { dir: undefined } }],
    [[], { VPS_SANDBOX: "off" }, { sandbox: false }],
    [[], { VPS_SANDBOX: "/tmp/kept" }, { sandbox: { dir: "/tmp/kept" } }],
    [["--allow-purchases"], {}, { allowPurchases: true }],
    [[], { VPS_ALLOW_PURCHASES: "TRUE" }, { allowPurchases: true }],
    [[], { VPS_ALLOW_PURCHASES: "0" }, { allowPurchases: false }],
    [["--concurrency", "3"], { VPS_CONCURRENCY: "5" }, { concurrency: 3 }],
    [[], {}, { concurrency: 8, logLevel: "warn", readOnly: false, zones: [] }],
    [[], {}, { confirm: "ask", stateDir: undefined }],
    [["--confirm", "off"], { VPS_CONFIRM: "token" }, { confirm: "off" }],
    [[], { VPS_CONFIRM: "token", VPS_STATE_DIR: "/var/state" }, { confirm: "token", stateDir: "/var/state" }],
    [["--read-only", "--toolsets", "zones,records"], {}, { readOnly: true, toolsets: ["zones", "records"] }],
  ])("%j with %j", (argv, env, expected) => {
    expect(settings(argv, env)).toMatchObject(expected);
  });

  it.each([
    [["--zones", "a.example"], "Unknown flag --zones."],
    [["--zones=a.example"], "Unknown flag --zones."],
    [["-zone", "a.example"], "Unknown flag -zone."],
    [["-x"], "Unknown flag -x."],
    [["--zone", "--sandbox"], "--zone needs a value."],
    [["--zone", "--"], "--zone needs a value."],
    [["--sandbox="], "--sandbox needs a value."],
    [["--zone", " , "], "--zone needs a value."],
    [["--api-url"], "--api-url needs a value."],
    [["--allow-purchases=no"], "--allow-purchases takes no value."],
    [["--concurrency", "0"], "--concurrency takes a whole number from 1 to 64."],
    [["--concurrency", "1e3"], "--concurrency takes a whole number from 1 to 64."],
    [["--log-level", "loud"], "--log-level is one of error, warn, info, debug."],
    [["--confirm", "yes"], "--confirm is one of ask, token, off."],
  ])("refuses %j", (argv, message) => {
    expect(() => settings(argv)).toThrow(message);
  });

  it.each([
    [["--zones"], "Did you mean --zone? "],
    [["-zone"], "Did you mean --zone? "],
    [["--sandbx=DIR"], "Did you mean --sandbox? "],
    [["--hlep"], "Did you mean --help? "],
    [["--token", "vps_x"], "Did you mean --token-file? "],
    [["--quite-another"], ""],
  ])("names after %j the nearest flag", (argv, hint) => {
    expect(refusal(() => settings(argv)).hint).toBe(`${hint}--help lists the flags.`);
  });

  it("ends flags at --", () => {
    const parsed = parseFlags(all, ["--read-only", "a", "--", "--zone", "--unheard-of", "-h"], {});
    expect(parsed).toMatchObject({ positionals: ["a", "--zone", "--unheard-of", "-h"], asksHelp: false });
  });

  it("refuses words where there are only flags, and says how --sandbox takes its folder", () => {
    expect(refusal(() => parseOnlyFlags(all, ["--read-only", "word"], {})).hint).toBe("--help lists the flags.");
    expect(refusal(() => parseOnlyFlags(all, ["--sandbox", "kept"], {})).hint).toBe(
      "A value of --sandbox is written --sandbox=VALUE.",
    );
  });

  it("refuses an allow-list in the environment that names nothing: it would allow everything", () => {
    expect(() => settings([], { VPS_ZONES: "," })).toThrow("VPS_ZONES needs a value.");
  });

  it("refuses a switch that is neither on nor off, instead of taking it for one of them", () => {
    expect(() => settings([], { VPS_READ_ONLY: "maybe" })).toThrow(/read-only is switched with on or off/);
  });

  it("never takes a token from the command line", () => {
    const names: readonly string[] = [...all, ...SANDBOX_FLAGS].map(({ flag }) => flag);
    expect(names.filter((name) => name.includes("token") && name !== "token-file")).toEqual([]);
  });

  it("gives every flag its own twin", () => {
    const twins = [...all, ...SANDBOX_FLAGS].map(({ env }) => env);
    expect(new Set(twins).size).toBe(twins.length);
  });
});
