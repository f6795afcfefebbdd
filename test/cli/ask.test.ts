// The question at the terminal: what counts as a yes, and that nothing else does.
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { askOnTerminal } from "../../src/cli/ask.ts";

function terminal() {
  const cancel = new AbortController();
  return { input: new PassThrough(), output: new PassThrough(), signal: cancel.signal, cancel };
}

const question = { preview: "This deletes the zone example.org with 2 records." };

describe("askOnTerminal", () => {
  it.each([
    ["y", "yes"],
    ["Yes ", "yes"],
    ["", "no"],
    ["n", "no"],
    ["yesterday", "no"],
    ["example.org", "no"],
  ])("takes %j for %s", async (line, answer) => {
    const { input, output, signal } = terminal();
    const asked = askOnTerminal(question, { input, output, signal });
    input.write(`${line}\n`);
    expect(await asked).toBe(answer);
    output.end();
    expect(await text(output)).toBe("This deletes the zone example.org with 2 records.\nGo ahead? [y/N] ");
  });

  it("has no answer when the input ends", async () => {
    const { input, output, signal } = terminal();
    const asked = askOnTerminal(question, { input, output, signal });
    input.end();
    expect(await asked).toBe("unanswered");
  });

  it("ends when the call is given up", async () => {
    const { input, output, signal, cancel } = terminal();
    const asked = askOnTerminal(question, { input, output, signal });
    cancel.abort();
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
  });
});
