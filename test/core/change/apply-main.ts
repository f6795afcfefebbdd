// A process that changes a zone and may be killed at it: plans and applies the records given, on a state folder.
import * as z from "zod/mini";
import { nodeClient } from "../../../src/core/api/node-client.ts";
import { toProblem } from "../../../src/core/errors.ts";
import { findOperation } from "../../../src/core/operations/index.ts";
import { runOperation } from "../../../src/core/run-operation.ts";
import { createSession } from "../../../src/core/session.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { filePlanStore } from "../../../src/platform/state/file-stores.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { confirmByTarget } from "../../support/confirm-by-name.ts";

const [apiUrl = "", token = "", folder = "", calls = "[]"] = process.argv.slice(2);
const session = createSession({
  http: nodeClient(),
  apiUrl,
  token,
  policy: { zones: [], allowPurchases: false, concurrency: 4 },
  confirmation: confirmByTarget,
  clock: systemClock,
  log: () => {},
  journal: fileJournal(folder, systemClock),
  plans: filePlanStore(folder),
});

async function call(name: string, input: unknown): Promise<unknown> {
  const operation = findOperation(name);
  if (operation === undefined) throw new Error(`no operation ${name}`);
  try {
    return await runOperation(operation, input, session.context({ signal: new AbortController().signal }));
  } catch (error) {
    return toProblem(error);
  }
}

const list = z.array(z.tuple([z.string(), z.unknown()])).parse(JSON.parse(calls));
for (const [name, input] of list) process.stdout.write(`${JSON.stringify(await call(name, input))}\n`);
await session.close();
