// Whose home the journal lies in where the environment does not say.
import { userInfo } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { homeFolder } from "../../src/main/home-folder.ts";

function setHome(value: string | undefined): void {
  const before = process.env["HOME"];
  onTestFinished(() => restore(before));
  restore(value);
}

function restore(value: string | undefined): void {
  if (value === undefined) delete process.env["HOME"];
  else process.env["HOME"] = value;
}

describe.skipIf(process.platform === "win32")("the home folder", () => {
  it("is what HOME says", () => {
    setHome("/home/ada");
    expect(homeFolder()).toBe("/home/ada");
  });

  it.each([[""], ["home/ada"], [undefined]])(
    "is the user's own where HOME is %j, never the working folder's",
    (home) => {
      setHome(home);
      expect(homeFolder()).toBe(userInfo().homedir);
    },
  );
});
