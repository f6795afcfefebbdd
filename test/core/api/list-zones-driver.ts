// A small program around the undici client, run as a process of its own: certificates to trust are read at its start.
import { createApiClient } from "../../../src/core/api/client.ts";
import { undiciClient } from "../../../src/core/api/undici-client.ts";
import { toProblem } from "../../../src/core/errors.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";

const client = createApiClient({
  http: undiciClient({ httpsProxy: process.env["TEST_PROXY"] }),
  baseUrl: process.env["TEST_URL"] ?? "",
  token: process.env["TEST_TOKEN"],
  clock: systemClock,
  log: () => undefined,
  concurrency: 1,
});
try {
  const { items } = await client.bind(new AbortController().signal).zones.list();
  process.stdout.write(JSON.stringify(items));
} catch (error) {
  process.stdout.write(JSON.stringify(toProblem(error)));
} finally {
  await client.close();
}
