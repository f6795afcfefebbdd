// Every list that is longer than an answer: page by page, a model is shown each row once, and no page's text is cut.
import * as z from "zod/mini";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryJournal } from "../../src/core/journal/memory-state.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { type HostileServer, json, startHostileServer } from "../support/hostile-server.ts";
import { openTestSession, type TestSession } from "../support/session.ts";
import { type ReadingClient, readers, readingDeps } from "./support/reading-client.ts";

const ROWS = 700;
const LONG = "x".repeat(60);
const name = (at: number) => `n${at}.${LONG}.${LONG}.example`;
const each = <Row>(row: (at: number) => Row) => Array.from({ length: ROWS }, (_, at) => row(at));

let server: HostileServer;
let session: TestSession;
let client: ReadingClient;

beforeAll(async () => {
  server = await startHostileServer();
  const zones = each((at) => ({ uuid: `z-${at}`, domain: name(at) }));
  const records = each((at) => ({
    uuid: `r-${at}`,
    record_type: "TXT",
    name: `t${at}`,
    value: LONG.repeat(8),
    ttl: 300,
  }));
  const domains = each((at) => ({ id: at, domain_name: name(at), status: "active", auto_renew: true, locked: true }));
  server.on("GET /dns-zones/", json(200, zones));
  server.on("GET /dns-zones/z-0/records/", json(200, records));
  server.on("GET /domains/", json(200, { count: ROWS, results: domains }));
  const journal = memoryJournal(systemClock);
  for (const zone of each(name)) {
    const nothing = { before: [], after: [], disturbed: [], created: [] };
    await journal.begin({ operation: "create_zone", zone, summary: "zone created", ...nothing });
  }
  session = openTestSession(server.origin, { token: "vps_test_long", journal });
  client = await readers["2026-07-28"](readingDeps(session));
});

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await session[Symbol.asyncDispose]();
  await server.close();
});

interface Page {
  readonly text: string;
  /** The id of each row of the structured result. */
  readonly ids: readonly string[];
  readonly next: unknown;
}

async function pageOf(
  tool: string,
  input: Record<string, unknown>,
  [list, id]: readonly [string, string],
): Promise<Page> {
  const { text, structured } = await client.call(tool, { ...input, limit: 1000 });
  expect(structured).toMatchObject({ total: ROWS });
  const rows = z.array(z.looseObject({})).parse(structured?.[list]);
  return { text, ids: rows.map((row) => String(row[id])), next: structured?.["next_cursor"] };
}

/** The ids that a text's rows show, in their order. */
const shownIds = (text: string) =>
  [...text.matchAll(/; id (\S+)$|^(m\d+-\S+) /gm)].map(([, id, change]) => id ?? change);

describe("a list that is longer than an answer", () => {
  it.each<[string, Record<string, unknown>, readonly [string, string]]>([
    ["list_zones", {}, ["zones", "id"]],
    ["list_records", { zone: name(0) }, ["records", "id"]],
    ["list_domains", {}, ["domains", "id"]],
    ["list_changes", {}, ["changes", "change"]],
  ])("%s ends its page where the text ends, and goes on from there", async (tool, input, row) => {
    const pages = [await pageOf(tool, input, row)];
    while (pages.at(-1)?.next !== undefined)
      pages.push(await pageOf(tool, { ...input, cursor: pages.at(-1)?.next }, row));
    for (const { text, ids, next } of pages) {
      expect(text).toMatch(new RegExp(`^(?:By .*\\n)?700 \\w+, ${ids.length} shown:$`, "m"));
      expect(shownIds(text)).toEqual(ids);
      expect(text.includes(`More with cursor "${String(next)}"`)).toBe(next !== undefined);
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBe(ROWS);
    expect(pages.flatMap(({ ids }) => ids)).toHaveLength(ROWS);
  });
});
