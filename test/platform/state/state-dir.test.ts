// Where state is kept on each platform when no folder is named.
import { describe, expect, it } from "vitest";
import { defaultStateDir } from "../../../src/platform/state/state-dir.ts";

describe("defaultStateDir", () => {
  it.each<[NodeJS.Platform, Record<string, string>, string, string]>([
    ["linux", {}, "/home/ada", "/home/ada/.local/state/vps-dns"],
    ["linux", { XDG_STATE_HOME: "/var/state" }, "/home/ada", "/var/state/vps-dns"],
    ["linux", { XDG_STATE_HOME: "state" }, "/home/ada", "/home/ada/.local/state/vps-dns"],
    ["freebsd", { XDG_STATE_HOME: "" }, "/home/ada", "/home/ada/.local/state/vps-dns"],
    ["darwin", { XDG_STATE_HOME: "/var/state" }, "/Users/ada", "/Users/ada/Library/Application Support/vps-dns"],
    ["win32", { LOCALAPPDATA: "D:\\Local" }, "C:\\Users\\ada", "D:\\Local\\vps-dns"],
    ["win32", {}, "C:\\Users\\ada", "C:\\Users\\ada\\AppData\\Local\\vps-dns"],
  ])("is, on %s with %o and home %s, %s", (platform, env, home, folder) => {
    expect(defaultStateDir({ platform, env, home: () => home })).toBe(folder);
  });
});
