// The same stories through every protocol version and either transport, as hosts of that version tell them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toolRows } from "../../../src/mcp/tool-list.ts";
import { startHttpServer } from "../support/http-server.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { buildProgram, type Program, type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { startSilentApi } from "../support/silent-api.ts";
import { canAsk, connectPinned, type Person, type PinnedClient, type Reach, VERSIONS } from "./pinned-clients.ts";

let program: Program;
let sandbox: Sandbox;
let state: TemporaryFolder;
beforeAll(async () => {
  [program, sandbox, state] = await Promise.all([
    buildProgram(),
    startSandbox({ clock: systemClock, seed: true }),
    temporaryFolder(),
  ]);
});
afterAll(async () => {
  await Promise.all([program[Symbol.asyncDispose](), sandbox.close(), state[Symbol.asyncDispose]()]);
});

interface Started extends AsyncDisposable {
  readonly reach: Reach;
}

type Environment = Readonly<Record<string, string>>;

const transports: Readonly<Record<string, (env: Environment) => Promise<Started>>> = {
  stdio: (env) =>
    Promise.resolve({
      reach: { program: program.path, flags: [], env },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
  HTTP: async (env) => {
    const server = await startHttpServer(program.path, { env });
    return { reach: server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
};

describe.each(Object.entries(transports))("over %s", (over, start) => {
  describe.each(VERSIONS)("%s", (version) => {
    let server: Started;
    /** One that cannot ask, for every story that asks nobody. */
    let client: PinnedClient;
    beforeAll(async () => {
      server = await start({ VPS_API_URL: sandbox.url, VPS_API_TOKEN: sandbox.token, VPS_STATE_DIR: state.path });
      client = await connectPinned(version, server.reach, undefined);
    });
    afterAll(async () => {
      await client[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    });

    it("agrees on the version and lists the tools", async () => {
      expect(client.agreed).toBe(version);
      expect(await client.listTools()).toBe(toolRows.length);
      expect((await client.call("list_zones", {})).text).toContain("example.com");
    });

    it("makes a zone, sets records, changes them, and takes a change back", async () => {
      const zone = `story-${over.toLowerCase()}-${version}.example`;
      await client.call("create_zone", { domain: zone });
      const records = ["a", "b", "c", "d"].map((name) => ({ name, type: "A", value: "192.0.2.1" }));
      expect(await client.call("ensure_records", { zone, records })).toMatchObject({ structured: { changed: true } });
      const changed = await client.call("set_rrset", { zone, name: "a", type: "A", values: ["192.0.2.9"] });
      expect(changed).toMatchObject({ isError: false, structured: { changed: true } });
      const change = changed.structured?.["change"];
      expect(await client.call("undo_change", { change })).toMatchObject({ isError: false });
      const { text } = await client.call("list_records", { zone, name: "a" });
      expect(text).toContain("192.0.2.1");
    });

    it("deletes a zone after a yes, where the version knows how to ask", async () => {
      const asked: string[] = [];
      const person: Person = (message) => {
        asked.push(message);
        return "accept";
      };
      await using asking = await connectPinned(version, server.reach, canAsk(version) ? person : undefined);
      const first = await asking.call("delete_zone", { zone: "example.org" });
      expect(asked).toHaveLength(canAsk(version) ? 1 : 0);
      const done = canAsk(version)
        ? first
        : await asking.call("delete_zone", { zone: "example.org", confirm: first.structured?.["confirm"] });
      expect(done).toMatchObject({ isError: false, structured: { status: "done", changed: true } });
      expect((await asking.call("get_zone", { zone: "example.org" })).text).toMatch(/^\[zone_not_found\]/);
      await asking.call("undo_change", { change: done.structured?.["change"] });
      expect((await asking.call("get_zone", { zone: "example.org" })).isError).toBe(false);
    });

    it("deletes nothing after a no, and shows a preview where nobody can be asked", async () => {
      if (canAsk(version)) {
        await using refusing = await connectPinned(version, server.reach, () => "decline");
        const no = await refusing.call("delete_zone", { zone: "myapp.io" });
        expect(no.text).toMatch(/^\[confirmation_declined\]/);
      }
      const preview = await client.call("delete_zone", { zone: "myapp.io" });
      expect(preview).toMatchObject({ isError: false, structured: { status: "confirmation_required" } });
      expect((await client.call("get_zone", { zone: "myapp.io" })).isError).toBe(false);
    });

    it("hears how far long work is", async () => {
      const zone = `long-${over.toLowerCase()}-${version}.example`;
      const steps: number[] = [];
      await client.call("create_zone", { domain: zone });
      const records = Array.from({ length: 12 }, (_, at) => ({ name: `h${at}`, type: "A", value: "192.0.2.1" }));
      await client.call("ensure_records", { zone, records }, { onprogress: ({ progress }) => steps.push(progress) });
      expect(steps.length).toBeGreaterThan(1);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    });

    it("cancels a call, and its request to the API is given up", async () => {
      await using api = await startSilentApi();
      const token = "vps_test_0123456789abcdef";
      await using stuck = await start({ VPS_API_URL: api.url, VPS_API_TOKEN: token, VPS_STATE_DIR: state.path });
      await using client = await connectPinned(version, stuck.reach, undefined);
      const cancel = new AbortController();
      const call = client.call("list_zones", {}, { signal: cancel.signal });
      await api.asked;
      cancel.abort();
      await expect(call).rejects.toThrow();
      await api.abandoned;
      expect(await client.listTools()).toBe(toolRows.length);
    });
  });
});
