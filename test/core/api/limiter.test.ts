// How many requests are in flight at once, and how throttling changes that.
import { EventEmitter, once, setMaxListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { createLimiter } from "../../../src/core/api/limiter.ts";
import { json, type Reply } from "../../support/hostile-server.ts";
import { BASE, errorOf, useHostileServer } from "./open-api.ts";

const never = new AbortController().signal;
setMaxListeners(0, never);

/** Tasks that end when they are told to. */
function tasksOn(limiter: ReturnType<typeof createLimiter>) {
  const running: { readonly name: string; readonly end: (how: "good" | "throttled") => Promise<void> }[] = [];
  return {
    running: () => running.map(({ name }) => name),
    start: (name: string, signal = never) =>
      limiter.run(signal, (slot) => {
        const gate = new EventEmitter();
        const ended = once(gate, "open");
        const end = async (how: "good" | "throttled") => {
          running.splice(running.indexOf(task), 1);
          if (how === "good") slot.answered();
          else slot.throttled();
          gate.emit("open");
          // The next one starts once the one before has ended.
          await new Promise((turn) => setImmediate(turn));
        };
        const task = { name, end };
        running.push(task);
        return ended;
      }),
    end: (how: "good" | "throttled") => running[0]?.end(how) ?? Promise.resolve(),
  };
}

describe("limiter", () => {
  it("runs as many as its cap, the others in the order of asking", async () => {
    const tasks = tasksOn(createLimiter(2));
    const all = ["a", "b", "c", "d"].map((name) => tasks.start(name));
    await new Promise((turn) => setImmediate(turn));
    expect(tasks.running()).toEqual(["a", "b"]);
    await tasks.end("good");
    expect(tasks.running()).toEqual(["b", "c"]);
    await tasks.end("good");
    await tasks.end("good");
    await tasks.end("good");
    await Promise.all(all);
  });

  it("halves once for all that were in flight together, and rises again by one a round up to its cap", async () => {
    const tasks = tasksOn(createLimiter(8));
    const all = Array.from({ length: 60 }, (_, index) => tasks.start(String(index)));
    await new Promise((turn) => setImmediate(turn));
    const widths = [tasks.running().length];
    for (let turn = 0; turn < 8; turn += 1) await tasks.end("throttled");
    widths.push(tasks.running().length);
    for (let turn = 0; turn < 5; turn += 1) await tasks.end("good");
    widths.push(tasks.running().length);
    for (let turn = 0; turn < 30; turn += 1) await tasks.end("good");
    widths.push(tasks.running().length);
    expect(widths).toEqual([8, 4, 5, 8]);
    while (tasks.running().length > 0) await tasks.end("good");
    await Promise.all(all);
  });

  it("never falls below one", async () => {
    const tasks = tasksOn(createLimiter(2));
    const all = Array.from({ length: 6 }, (_, index) => tasks.start(String(index)));
    await new Promise((turn) => setImmediate(turn));
    for (let turn = 0; turn < 5; turn += 1) await tasks.end("throttled");
    expect(tasks.running()).toHaveLength(1);
    await tasks.end("good");
    await Promise.all(all);
  });

  it("lets one that tries again go before those who had no turn yet", async () => {
    const limiter = createLimiter(1);
    const order: string[] = [];
    const first = limiter.run(never, async (slot) => {
      order.push("first");
      await slot.again();
      order.push("first again");
    });
    const second = limiter.run(never, () => Promise.resolve(order.push("second")));
    await Promise.all([first, second]);
    expect(order).toEqual(["first", "first again", "second"]);
  });

  it("lets calls that have begun go before new ones, which get one place in four", async () => {
    const tasks = tasksOn(createLimiter(1));
    const [begun, late, later] = [0, 1, 2].map(() => new AbortController().signal);
    const all = [tasks.start("begun", begun), tasks.start("new", late), tasks.start("newer", later)];
    all.push(...[1, 2, 3, 4].map((at) => tasks.start(`begun ${at}`, begun)));
    const order: string[] = [];
    while (order.length < all.length) {
      await new Promise((turn) => setImmediate(turn));
      order.push(...tasks.running());
      await tasks.end("good");
    }
    await Promise.all(all);
    expect(order).toEqual(["begun", "begun 1", "begun 2", "begun 3", "new", "begun 4", "newer"]);
  });

  it("gives one place back, and not two, when a task is stopped on its way to try again", async () => {
    const limiter = createLimiter(1);
    const stop = new AbortController();
    const stopped = limiter.run(stop.signal, (slot) => {
      stop.abort(new Error("stopped"));
      return slot.again();
    });
    await expect(stopped).rejects.toThrow("stopped");
    const tasks = tasksOn(limiter);
    const all = [tasks.start("a"), tasks.start("b")];
    await new Promise((turn) => setImmediate(turn));
    expect(tasks.running()).toEqual(["a"]);
    await tasks.end("good");
    await tasks.end("good");
    await Promise.all(all);
  });

  it("lets go of one that is stopped while it waits, and of one that fails", async () => {
    const limiter = createLimiter(1);
    const tasks = tasksOn(limiter);
    const first = tasks.start("a");
    const stop = new AbortController();
    const stopped = tasks.start("b", stop.signal);
    const third = tasks.start("c");
    stop.abort(new Error("stopped"));
    await expect(stopped).rejects.toThrow("stopped");
    await tasks.end("good");
    expect(tasks.running()).toEqual(["c"]);
    await tasks.end("good");
    await Promise.all([first, third]);
    await expect(limiter.run(never, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    await expect(limiter.run(never, () => Promise.resolve("next"))).resolves.toBe("next");
  });
});

describe("requests in flight", () => {
  const { server, open } = useHostileServer();

  it("are never more than the concurrency, over every call bound to one client", async () => {
    const waiting: ServerResponse[] = [];
    const most: number[] = [];
    // Holds each answer back until three wait, so that the client shows how many it sends at once.
    const hold: Reply = (_request, response) => {
      waiting.push(response);
      most.push(waiting.length);
      if (waiting.length < 3) return;
      for (const held of waiting.splice(0)) held.writeHead(200).end("[]");
    };
    server().on(`GET ${BASE}/dns-zones/`, hold);
    const { client } = open({ concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, () => client.bind(never).zones.list()));
    expect(server().requests).toHaveLength(12);
    expect(Math.max(...most)).toBe(3);
  });

  it.each([
    ["429", 429, "application/json"],
    ["an HTML 5xx", 503, "text/html"],
  ])("are fewer after %s", async (_kind, status, type) => {
    const waiting: ServerResponse[] = [];
    const widths: number[] = [];
    const answerAll = () => {
      const refuse = widths.length === 0;
      widths.push(waiting.length);
      const headers = { "content-type": refuse ? type : "application/json" };
      for (const held of waiting.splice(0)) held.writeHead(refuse ? status : 200, headers).end("[]");
    };
    // Waits for as many as may come, and a moment longer for those that must not.
    server().on(`GET ${BASE}/dns-zones/`, (_request, response) => {
      waiting.push(response);
      if (waiting.length === (widths.length === 0 ? 8 : 4)) setTimeout(answerAll, 100);
    });
    const { api } = open({ concurrency: 8 });
    await Promise.all(Array.from({ length: 8 }, () => api.zones.list()));
    expect(widths).toEqual([8, 4, 4]);
  });

  it("makes no warning of a hundred requests that wait on one signal", async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.message);
    process.on("warning", note);
    server().on(`GET ${BASE}/dns-zones/`, json(200, []));
    const { api } = open({ concurrency: 32 });
    await Promise.all(Array.from({ length: 100 }, () => api.zones.list()));
    await new Promise((turn) => setImmediate(turn));
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  it.each([1, 2])("a look-up after a lost answer finds room at concurrency %i", async (concurrency) => {
    server().on(`POST ${BASE}/dns-zones/`, (_request, _response, socket) => {
      socket.resetAndDestroy();
    });
    server().on(`GET ${BASE}/dns-zones/`, (_request, response) => {
      response.writeHead(200).end('[{"uuid":"z","domain":"example.com"}]');
    });
    const { api } = open({ concurrency });
    const both = await Promise.all([api.zones.create("example.com"), api.zones.create("example.com")]);
    expect(both.map(({ id }) => id)).toEqual(["z", "z"]);
  });

  it("an id that cannot be one gives its slot back", async () => {
    server().on(`GET ${BASE}/dns-zones/`, (_request, response) => {
      response.writeHead(200).end("[]");
    });
    const { api } = open({ concurrency: 1 });
    await errorOf(api.zones.delete(".."));
    expect((await api.zones.list()).items).toEqual([]);
  });
});
