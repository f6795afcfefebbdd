// A zone of a hundred thousand records: started from disk, listed page by page, changed, and answered for.
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/sandbox/journal/open-journal.ts";
import { World } from "../../src/sandbox/state/world.ts";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, rowsIn, textIn, valueIn } from "./support/ask.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const RECORDS = 100_000;
const PAGE = 20_000;
const ZONE = { id: "big", account: "main", domain: "big.example", createdAt: 0, serial: 1 };

/** What a sandbox would have kept that was sent these records. */
async function keptZone(): Promise<string> {
  const data = await temporaryFolder();
  const journal = await openJournal(data, new World());
  journal.append({ kind: "zone-put", zone: ZONE });
  for (let index = 0; index < RECORDS; index++) {
    const record = { name: `host-${index}.big.example`, type: "A", ttl: 300, value: `192.0.2.${index % 256}` } as const;
    journal.append({
      kind: "record-put",
      record: { id: `r${index}`, zone: ZONE.id, record, createdAt: 0 },
      serial: index + 2,
    });
  }
  await journal.close();
  return data;
}

describe("a zone of 100,000 records", () => {
  it("is listed in pages, changed and answered for, and is there again after a restart", async () => {
    const data = await keptZone();
    const sandbox = await startTestSandbox({ data, lists: "envelope", pageSize: PAGE });
    const ids = new Set<string>();
    let path: string | undefined = "/dns-zones/big/records/";
    while (path !== undefined) {
      const { body } = await ask(sandbox, "GET", path);
      expect(valueIn(body, "count")).toBe(RECORDS);
      for (const row of rowsIn(body)) ids.add(textIn(row, "uuid"));
      const next = valueIn(body, "next");
      path = typeof next === "string" ? next.slice(sandbox.url.length) : undefined;
    }
    expect(ids.size).toBe(RECORDS);
    const added = { record_type: "A", name: "host-7", value: "198.51.100.7", ttl: 300 };
    expect((await ask(sandbox, "POST", "/dns-zones/big/records/", added)).status).toBe(201);
    expect((await ask(sandbox, "DELETE", "/dns-records/r99999/")).status).toBe(204);
    await sandbox.close();

    const { nameserver } = await startTestSandbox({ data });
    const answered = async (name: string) => {
      const { rcode, answers } = await queryDns({ server: nameserver, name, type: "A" });
      return { rcode, values: answers.map(({ value }) => value) };
    };
    expect(await answered("host-7.big.example")).toEqual({ rcode: "NOERROR", values: ["192.0.2.7", "198.51.100.7"] });
    expect(await answered("host-99998.big.example")).toMatchObject({ rcode: "NOERROR" });
    expect(await answered("host-99999.big.example")).toEqual({ rcode: "NXDOMAIN", values: [] });
  }, 30_000);
});
