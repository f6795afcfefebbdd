// A process that holds example.com's lock below the folder it is given until it is killed. Its time runs a thousand times as fast.
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";

const [, , folder = ""] = process.argv;
const clock = { ...systemClock, sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 1000, signal) };

await fileJournal(folder, clock).exclusively("example.com", async () => {
  process.stdout.write("holding\n");
  await systemClock.sleep(600_000);
});
