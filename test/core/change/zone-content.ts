// What a zone holds at the sandbox, ids left out: for holding one moment against another.
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { openTestSession } from "../../support/session.ts";

/** One line a record, sorted; undefined where there is no such zone. Read by a session of its own. */
export async function contentOf(
  { url, token }: Pick<Sandbox, "url" | "token">,
  zone = "example.com",
): Promise<readonly string[] | undefined> {
  await using session = openTestSession(url, { token });
  const { api } = session.context();
  const { items } = await api.zones.list({ domain: zone });
  const [found] = items;
  if (found === undefined) return undefined;
  const records = await api.records.listInZone(found);
  return records.items
    .map(({ name, type, ttl, value, priority }) => JSON.stringify([name, type, ttl, priority ?? null, value]))
    .sort();
}
