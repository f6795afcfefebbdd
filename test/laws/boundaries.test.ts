// The walls of the house (CONTRIBUTING, "The dependency rule"): which folder may import what, packages included.
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { importedModules, sourceFiles } from "../support/source-files.ts";

interface Room {
  /** Folders and files of `src` it may import from, beside itself. */
  readonly inside: readonly string[];
  /** Packages and Node modules it may import. */
  readonly outside: readonly RegExp[];
}

const NODE = /^node:/;
// Of zod its functional part alone: the other brings every method of every schema into the bundle (docs/decisions/bundles.md).
const ZOD = /^zod\/mini$/;

// The first room whose path a file starts with is its room.
const rooms: Readonly<Record<string, Room>> = {
  "src/core/dns/": { inside: ["src/core/errors.ts"], outside: [ZOD, /^tr46$/] },
  "src/core/api/": {
    inside: ["src/core/dns/", "src/core/errors.ts", "src/core/ports.ts", "src/version.ts"],
    // Two clients carry the same requests, undici and Node's own http; node:events only lifts a signal's listener limit.
    outside: [ZOD, /^undici$/, /^node:(?:events|https?)$/],
  },
  // Says who asks, as the API client does.
  "src/core/rdap/": { inside: ["src/core/", "src/version.ts"], outside: [ZOD] },
  "src/core/": { inside: ["src/core/"], outside: [ZOD] },
  "src/platform/": { inside: ["src/core/"], outside: [NODE, ZOD] },
  "src/mcp/": {
    inside: ["src/core/", "src/version.ts"],
    outside: [ZOD, NODE, /^@modelcontextprotocol\/(?:server|node)/],
  },
  // Asking a person a question is what a command line does.
  "src/cli/": { inside: ["src/core/"], outside: [ZOD, /^node:readline\/promises$/] },
  "src/acme/": { inside: ["src/core/"], outside: [ZOD, /^node:(?:crypto|events|http)$/] },
  "src/sandbox/": {
    inside: ["src/core/dns/", "src/core/errors.ts", "src/core/ports.ts"],
    outside: [ZOD, NODE],
  },
  "src/action/main.ts": { inside: ["src/"], outside: [NODE, /^@actions\/core$/] },
  "src/action/post.ts": { inside: ["src/"], outside: [NODE, /^@actions\/core$/] },
  "src/action/": {
    inside: ["src/core/", "src/platform/", "src/version.ts"],
    outside: [ZOD, NODE, /^@actions\/core$/, /^yaml$/],
  },
  "src/main": { inside: ["src/"], outside: [NODE] },
  "src/version.ts": { inside: [], outside: [] },
};

const files = sourceFiles("src");

function roomOf(path: string): [string, Room] {
  const found = Object.entries(rooms).find(([start]) => path.startsWith(start));
  if (found === undefined) throw new Error(`${path} stands in no room: add it to the list, with a reason in review.`);
  return found;
}

function trespasses(path: string, module: string): boolean {
  const [start, room] = roomOf(path);
  if (!module.startsWith(".")) return !room.outside.some((allowed) => allowed.test(module));
  const target = join(dirname(path), module);
  return !target.startsWith(start) && !room.inside.some((allowed) => target.startsWith(allowed));
}

describe("the dependency rule", () => {
  it("holds for every import", () => {
    const broken = files.flatMap((file) =>
      importedModules(file)
        .filter((module) => trespasses(file.path, module))
        .map((module) => `${file.path} imports ${module}`),
    );
    expect(broken).toEqual([]);
  });

  it("sees a trespass when there is one", () => {
    expect(trespasses("src/core/dns/name.ts", "node:fs")).toBe(true);
    expect(trespasses("src/sandbox/start.ts", "../core/api/api.ts")).toBe(true);
    expect(trespasses("src/mcp/server.ts", "../cli/help.ts")).toBe(true);
    expect(trespasses("src/acme/serve.ts", "../mcp/server.ts")).toBe(true);
    expect(trespasses("src/core/operations/index.ts", "../api/api.ts")).toBe(false);
  });

  it("lets composition roots alone be imported by nobody", () => {
    const roots = ["src/main.ts", "src/action/main.ts", "src/action/post.ts"];
    const importers = files.flatMap((file) =>
      importedModules(file)
        .filter((module) => module.startsWith(".") && roots.includes(join(dirname(file.path), module)))
        .map((module) => `${file.path} imports ${module}`),
    );
    expect(importers).toEqual([]);
  });
});

describe("the house style", () => {
  it("imports zod as a namespace, since its names alone say little", () => {
    const named = files.filter(({ text }) => /import (?:type )?\{[^}]*\} from "zod\/mini"/.test(text));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it("has no barrel, no default export and no name that says nothing", () => {
    const bad = files.filter(
      ({ path, text }) =>
        /^export \* from|^export default/m.test(text) || /(?:^|\/)(?:utils?|helpers?|common|misc|manager)\b/.test(path),
    );
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it("opens every file by saying what lives there", () => {
    const silent = files.filter(({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*\*) \S/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
