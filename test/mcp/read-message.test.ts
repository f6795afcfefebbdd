// Lines from bytes and messages from lines: nothing a client sends may stop the server or be half understood.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLines } from "../../src/mcp/line-splitter.ts";
import { readMessage, refuseOverlong } from "../../src/mcp/read-message.ts";

const MAX = 300;

/** What the splitter reports when `bytes` arrive cut into chunks at `cuts`. */
function split(bytes: Buffer, cuts: readonly number[] = []): string[] {
  const seen: string[] = [];
  const splitter = splitLines(MAX, {
    line: (line) => seen.push(line.toString("latin1")),
    overlong: (head, tail) => seen.push(`overlong ${head.toString("latin1")}…${tail.toString("latin1")}`),
  });
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, end] of places.slice(1).entries()) splitter.push(bytes.subarray(places[index], end));
  splitter.end();
  return seen;
}

describe("splitLines", () => {
  it("gives the same lines however the bytes are cut", () => {
    const line = fc.oneof(fc.string({ maxLength: 400 }), fc.constant("x".repeat(MAX)), fc.constant("y".repeat(900)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 8 }), (lines, cuts) => {
        const bytes = Buffer.from(lines.join("\n"));
        expect(split(bytes, cuts)).toEqual(split(bytes));
      }),
    );
  });

  it("takes a line at the bound and refuses the next longer one, both ends kept", () => {
    const overlong = `${"a".repeat(300)}${"b".repeat(300)}`;
    expect(split(Buffer.from(`${"x".repeat(MAX)}\n${overlong}\nnext\n`))).toEqual([
      "x".repeat(MAX),
      `overlong ${"a".repeat(256)}…${"b".repeat(256)}`,
      "next",
    ]);
  });

  it("takes a last line without a newline", () => {
    expect(split(Buffer.from("one\ntwo"))).toEqual(["one", "two"]);
  });
});

describe("readMessage", () => {
  const ping = { jsonrpc: "2.0", id: 1, method: "ping" };

  it.each([
    ["plain", JSON.stringify(ping)],
    ["with a carriage return", `${JSON.stringify(ping)}\r`],
    ["with a byte order mark", `\uFEFF${JSON.stringify(ping)}`],
  ])("reads a message %s", (_, line) => {
    expect(readMessage(Buffer.from(line))).toEqual({ message: ping });
  });

  it.each([
    ["an empty line", ""],
    ["white space", "  \r"],
    ["a broken answer, lest two peers answer each other for ever", '{"jsonrpc":"2.0","id":1,"result":4}'],
  ])("answers nothing to %s", (_, line) => {
    expect(readMessage(Buffer.from(line))).toBeUndefined();
  });

  it.each<[string, string, number, string | number | null]>([
    ["no JSON", "hello", -32700, null],
    ["half a message", '{"jsonrpc":"2.0","id":1,"method":"pi', -32700, null],
    ["a number", "42", -32600, null],
    ["null", "null", -32600, null],
    ["a batch", `[${JSON.stringify(ping)}]`, -32600, null],
    ["a method that is no text", '{"jsonrpc":"2.0","id":7,"method":5}', -32600, 7],
    ["another version", '{"jsonrpc":"1.0","id":"a","method":"ping"}', -32600, "a"],
    ["bytes that are no UTF-8", '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"\xff"}}', -32700, 3],
  ])("refuses %s, by its id where it has one", (_, line, code, id) => {
    expect(readMessage(Buffer.from(line, "latin1"))).toMatchObject({
      refusal: { jsonrpc: "2.0", id, error: { code } },
    });
  });
});

describe("refuseOverlong", () => {
  const message = "The message is longer than 16 MB; send less at once.";

  it.each<[string, string, string, string | number | null]>([
    ["at the start", '{"jsonrpc":"2.0","id":12,"method":"tools/call","par', 'xx"}}}', 12],
    ["at the end", '{"method":"tools/call","params":{', 'xx"}},"jsonrpc":"2.0","id":"r-9"}', "r-9"],
    ["nowhere", '{"method":"notifications/x","params":{"id":5,', 'xx","id":6}}', null],
    ["inside a text only", '{"method":"x","params":{"v":"', 'xx,\\"id\\":7}"}}', null],
  ])("finds the id that stands %s", (_, head, tail, id) => {
    expect(refuseOverlong(Buffer.from(head), Buffer.from(tail), 16 * 1024 * 1024)).toEqual({
      refusal: { jsonrpc: "2.0", id, error: { code: -32600, message } },
    });
  });
});
