// Stands between a model's host and the server, writes every message down that passes to and fro, and answers questions to
// the person where a task says what is said: node recorder.mjs LOG yes|no|silent|nobody PROGRAM ARGUMENTS.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { scriptedPerson } from "./person.mjs";

const [log = "", says = "", program = "", ...rest] = process.argv.slice(2);
const person = says === "yes" || says === "no" || says === "silent" ? scriptedPerson(says) : undefined;
const server = spawn(process.execPath, [program, ...rest], { stdio: ["pipe", "pipe", "inherit"] });

// Some hosts end without reading on or waiting; what was said until then counts.
server.stdin.on("error", () => server.kill());
process.stdout.on("error", () => server.kill());
eachLine(process.stdin, server.stdin, (line) => {
  write("asked", line);
  server.stdin.write(`${person?.pass(line) ?? line}\n`);
});
eachLine(server.stdout, process.stdout, (line) => {
  const answer = person?.answer(line);
  write(answer === undefined ? "answered" : "person", line);
  if (answer === undefined) process.stdout.write(`${line}\n`);
  else server.stdin.write(`${answer}\n`);
});
server.on("close", (code) => process.exit(code ?? 1));
process.on("SIGINT", () => server.kill("SIGINT")).on("SIGTERM", () => server.kill("SIGTERM"));

/**
 * @param {"asked" | "answered" | "person"} side
 * @param {string} line
 */
function write(side, line) {
  if (line.trim() !== "") appendFileSync(log, `${JSON.stringify({ side, line })}\n`);
}

/**
 * @param {NodeJS.ReadableStream} from
 * @param {NodeJS.WritableStream} to ended with it
 * @param {(line: string) => void} take
 */
function eachLine(from, to, take) {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (/** @type {string} */ text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
  from.on("end", () => to.end());
}
