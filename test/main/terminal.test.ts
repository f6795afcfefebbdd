// `vps-dns call` at a terminal: a real one, which util-linux's `script` opens and relays.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program } from "../mcp/support/program.ts";
import { hasProgram } from "../support/pebble.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const QUESTION = "Go ahead? [y/N] ";
const PREVIEW = "This deletes the zone example.org with 2 records; its names stop answering.";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

interface Asked {
  readonly keys?: string;
  readonly signal?: NodeJS.Signals;
}

/** Starts delete_zone and answers its question; what the terminal showed, without control sequences. */
async function answered({ keys, signal }: Asked) {
  const sandbox = await startTestSandbox();
  const pidFile = join(await temporaryFolder(), "pid");
  const command = `echo $$ >'${pidFile}'; exec '${process.execPath}' '${program.path}' call delete_zone zone=example.org`;
  const env = {
    PATH: process.env["PATH"],
    VPS_API_URL: sandbox.url,
    VPS_API_TOKEN: sandbox.token,
    VPS_STATE_DIR: join(await temporaryFolder(), "state"),
  };
  const child = spawn("script", ["-qefc", command, "/dev/null"], { env, stdio: ["pipe", "pipe", "inherit"] });
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const isAsking = shown.includes(QUESTION);
    shown += text;
    if (isAsking || !shown.includes(QUESTION)) return;
    if (keys !== undefined) child.stdin.write(keys);
    if (signal !== undefined) spawn("sh", ["-c", `kill -${signal.slice(3)} "$(cat '${pidFile}')"`]);
  });
  await once(child, "close");
  const deleted = sandbox.requests().filter(({ method }) => method === "DELETE").length;
  return { code: child.exitCode, deleted, shown: stripVTControlCharacters(shown) };
}

describe.skipIf(process.platform !== "linux" || !hasProgram("script", ["--version"]))(
  "the question of vps-dns call",
  () => {
    it("is asked once and shows first what would go; a yes does it", async () => {
      const { code, deleted, shown } = await answered({ keys: "y\r" });
      expect(shown.split(PREVIEW)).toHaveLength(2);
      expect(shown).toContain("Deleted the zone example.org with 2 records.");
      expect({ code, deleted }).toEqual({ code: 0, deleted: 1 });
    });

    it("is not asked anew in full when a slip is corrected", async () => {
      const { code, shown } = await answered({ keys: "no\u007f\u007fyes\r" });
      expect(shown.split(PREVIEW)).toHaveLength(2);
      expect(code).toBe(0);
    });

    it.each([
      ["a no", { keys: "n\r" }, "[confirmation_declined]"],
      ["an empty line", { keys: "\r" }, "[confirmation_declined]"],
      ["Ctrl-C", { keys: "\u0003" }, "[cancelled]"],
      ["Ctrl-D", { keys: "\u0004" }, "Nothing has changed."],
      ["SIGINT", { signal: "SIGINT" }, "[cancelled]"],
      ["SIGTERM", { signal: "SIGTERM" }, "[cancelled]"],
      ["SIGHUP", { signal: "SIGHUP" }, "[cancelled]"],
    ] as const)("is answered by %s: nothing is done, and that is told on a line of its own", async (_, asked, told) => {
      const { code, deleted, shown } = await answered(asked);
      expect(
        shown
          .split(/\r*\n/)
          .find((line) => line.includes(told))
          ?.startsWith(QUESTION),
      ).toBe(false);
      expect({ code, deleted }).toEqual({ code: 1, deleted: 0 });
    });
  },
);
