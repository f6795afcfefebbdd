// Waiting through real clients: progress while it lasts, the servers' answers in the result, an end when it is cancelled.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedClient, clients } from "./support/clients.ts";
import { buildProgram, type Program } from "./support/program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

const input = { zone: "example.com", type: "TXT", name: "_acme-challenge", value: "token", wait: "public" };

describe.each(Object.entries(clients))("%s", (_, connect) => {
  const onSandbox = (): Promise<ConnectedClient> => connect({ program: program.path, flags: ["--sandbox"] });

  it("is told how far the waiting is, and who answered what", async () => {
    await using client = await onSandbox();
    const told: (string | undefined)[] = [];
    const answer = await client.call("create_record", input, { onprogress: ({ message }) => told.push(message) });
    expect(answer).toMatchObject({
      isError: false,
      structured: {
        changed: true,
        propagation: { propagated: true, servers: [{ kind: "authoritative" }, { kind: "public", answers: ["token"] }] },
      },
    });
    expect(answer.text).toMatch(/^yes: public 127\.0\.0\.1:\d+: token/m);
    expect(told[0]).toMatch(/^0 of 1 servers answer it; 127\.0\.0\.1:\d+: It says that there is no such name/);
  });

  it("cancels a wait, and what was written stays", async () => {
    await using client = await onSandbox();
    const cancel = new AbortController();
    const call = client.call("create_record", input, { signal: cancel.signal, onprogress: () => cancel.abort() });
    await expect(call).rejects.toThrow(/abort/i);
    const changes = await client.call("list_changes");
    expect(changes.structured).toMatchObject({ changes: [{ operation: "create_record", status: "done" }] });
  });
});
