// Stands between a model's host and the server, and writes every message of both down: node recorder.mjs LOG PROGRAM ARGUMENTS.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

const [log = "", program = "", ...rest] = process.argv.slice(2);
const server = spawn(process.execPath, [program, ...rest], { stdio: ["pipe", "pipe", "inherit"] });

// Some hosts end without reading on or waiting; what was said until then counts.
server.stdin.on("error", () => server.kill());
process.stdout.on("error", () => server.kill());
relay("asked", process.stdin, server.stdin);
relay("answered", server.stdout, process.stdout);
server.on("close", (code) => process.exit(code ?? 1));
process.on("SIGINT", () => server.kill("SIGINT")).on("SIGTERM", () => server.kill("SIGTERM"));

/**
 * Passes text on as it comes; a line is written down, at once, when it is whole.
 * @param {"asked" | "answered"} side
 * @param {NodeJS.ReadableStream} from
 * @param {NodeJS.WritableStream} to
 */
function relay(side, from, to) {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (/** @type {string} */ text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") appendFileSync(log, `${JSON.stringify({ side, line })}\n`);
    to.write(text);
  });
  from.on("end", () => to.end());
}
