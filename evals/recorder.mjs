// Stands between a model's host and the server, and writes every message of both down: node recorder.mjs LOG PROGRAM ARGUMENTS.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const [log = "", program = "", ...rest] = process.argv.slice(2);
const record = createWriteStream(log, { flags: "a" });
const server = spawn(process.execPath, [program, ...rest], { stdio: ["pipe", "pipe", "inherit"] });

relay("asked", process.stdin, server.stdin);
relay("answered", server.stdout, process.stdout);
server.on("exit", (code) => record.end(() => process.exit(code ?? 1)));
process.on("SIGINT", () => server.kill("SIGINT")).on("SIGTERM", () => server.kill("SIGTERM"));

/**
 * Passes text on as it comes; a line is written down once it is whole.
 * @param {"asked" | "answered"} side
 * @param {NodeJS.ReadableStream} from
 * @param {NodeJS.WritableStream} to
 */
function relay(side, from, to) {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (/** @type {string} */ text) => {
    to.write(text);
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") record.write(`${JSON.stringify({ side, line })}\n`);
  });
  from.on("end", () => to.end());
}
