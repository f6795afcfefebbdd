// Keeps a BIND in step with the served zones: files after every settled batch of changes, then one reload.
import type { Clock, Log } from "../../core/ports.ts";
import type { ServedZones } from "../dns/served-zones.ts";
import { folderFailure } from "../start-failure.ts";
import { type BindFolder, openBindFolder } from "./bind-folder.ts";
import { runReload } from "./reload-command.ts";
import { batchesOf, type ZoneBatches } from "./zone-batches.ts";

export interface BindSettings {
  readonly dir: string;
  /** Run in the system's shell after each batch, one at a time. */
  readonly reload?: string;
}

export interface BindFeed {
  /** Writes what is still to be written, and reloads once more if there was anything. */
  close(): Promise<void>;
}

interface Surroundings {
  readonly zones: ServedZones;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Resolves once the folder holds every zone; the first reload is then under way. Later failures are logged.
 * @throws VpsError `state_unavailable` or InputError, both with field `bind`
 */
export async function feedBind(settings: BindSettings, { zones, clock, log }: Surroundings): Promise<BindFeed> {
  // Gathered from before the first file is written, so that no change is missed.
  const batches = batchesOf(zones, clock);
  try {
    const folder = await openBindFolder(settings.dir, zones);
    const reload = async () => {
      if (settings.reload !== undefined) await runReload(settings.reload, { clock, log });
    };
    const running = feed({ batches, folder, reload, log });
    return {
      async close() {
        batches.close();
        await running;
        await folder.close();
      },
    };
  } catch (error) {
    batches.close();
    throw folderFailure("bind", error);
  }
}

interface Feeding {
  readonly batches: ZoneBatches;
  readonly folder: BindFolder;
  readonly reload: () => Promise<void>;
  readonly log: Log;
}

async function feed({ batches, folder, reload, log }: Feeding): Promise<void> {
  await reload();
  let failed: ReadonlySet<string> = new Set();
  for (let batch = await batches.next(); batch !== undefined; batch = await batches.next()) {
    const wanted = new Set([...failed, ...batch]);
    try {
      await folder.update(wanted);
      failed = new Set();
      await reload();
    } catch (error) {
      failed = wanted;
      log("error", "The zone files could not be written; the next change tries again.", { cause: String(error) });
    }
  }
}
