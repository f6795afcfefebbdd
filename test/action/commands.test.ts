// Text from outside never becomes a workflow command; and the reader of commands that says so is itself held to what
// the runner does.
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLine } from "../../src/action/plain-line.ts";
import { parseCommand } from "./support/commands.ts";
import { parseFileCommands } from "./support/file-commands.ts";

describe("the runner's commands", () => {
  it.each([
    ["::error::text", { name: "error", properties: {}, data: "text" }],
    ["  ::add-mask::secret", { name: "add-mask", properties: {}, data: "secret" }],
    [
      "::error title=a%3A b,file=c::x%0Ay%25",
      { name: "error", properties: { title: "a: b", file: "c" }, data: "x\ny%" },
    ],
    ["text ##[set-output name=a;]b%3B", { name: "set-output", properties: { name: "a" }, data: "b;" }],
  ])("reads %j", (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });

  it.each(["text ::error::no", "::unknown::no", "##[unknown]no", "::error:no", "# [error]no", ""])(
    "takes %j for a line of the log",
    (line) => {
      expect(parseCommand(line)).toBeUndefined();
    },
  );
});

describe("the runner's files", () => {
  it("reads pairs and delimited values, the last of a name winning", () => {
    const text = "a=1\nb<<END\none\n\ntwo=2\nEND\na=3\nempty<<E\nE\n";
    expect([...parseFileCommands(text)]).toEqual([
      ["a", "3"],
      ["b", "one\n\ntwo=2"],
      ["empty", ""],
    ]);
  });

  it.each(["no pair\n", "<<END\nEND\n", "a<<\n", "a<<END\nnever\n"])("refuses %j", (text) => {
    expect(() => parseFileCommands(text)).toThrow();
  });
});

describe("plainLine", () => {
  const pieces = constantFrom(
    "::",
    "##[",
    "[",
    "##",
    "]",
    "error",
    "add-mask",
    " ",
    "\n",
    "\r",
    "\u2028",
    "\u200b",
    "%0A",
    "a",
  );
  const hostile = oneof(
    string({ unit: "binary" }),
    array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  );

  it("leaves nothing that the runner takes for a command, on one line", () => {
    assert(
      property(hostile, (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(parseCommand(line)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves plain text as it is", () => {
    expect(plainLine('www 300 A 192.0.2.1 ; id 17, "größe" [x] #1')).toBe(
      'www 300 A 192.0.2.1 ; id 17, "größe" [x] #1',
    );
  });
});
