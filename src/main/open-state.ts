// The state folder of a session: the platform's, the one that was named, or the sandbox's own, which never mix.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Journal } from "../core/journal/journal.ts";
import type { PlanStore, TokenStore } from "../core/state.ts";
import { defaultStateDir } from "../platform/state/state-dir.ts";
import { systemClock } from "../platform/system-clock.ts";
import { homeFolder } from "./home-folder.ts";
import type { Settings } from "./settings.ts";

export interface OpenState {
  readonly journal: Journal;
  readonly plans: PlanStore;
  readonly tokens: TokenStore;
  /** Removes what was only for this process. */
  close(): Promise<void>;
}

type Place = Pick<Settings, "sandbox" | "stateDir">;

/** The stores of a session, in the folder that its settings mean. */
export async function openState(settings: Place, env: NodeJS.ProcessEnv): Promise<OpenState> {
  const [{ fileJournal }, { filePlanStore, fileTokenStore }, place] = await Promise.all([
    import("../platform/state/file-journal.ts"),
    import("../platform/state/file-stores.ts"),
    placeOf(settings, env),
  ]);
  return {
    journal: fileJournal(place.path, systemClock),
    plans: filePlanStore(place.path),
    tokens: fileTokenStore(place.path, systemClock),
    close: () => place.close(),
  };
}

interface StatePlace {
  readonly path: string;
  close(): Promise<void>;
}

const kept = (path: string): StatePlace => ({ path, close: () => Promise.resolve() });

// A change to the sandbox must not stand in the journal of an account: undoing it there would be a change of its own.
async function placeOf({ sandbox, stateDir }: Place, env: NodeJS.ProcessEnv): Promise<StatePlace> {
  if (sandbox === false) {
    return kept(stateDir ?? defaultStateDir({ platform: process.platform, env, home: homeFolder }));
  }
  if (sandbox.dir !== undefined) return kept(join(sandbox.dir, "state"));
  if (stateDir !== undefined) return kept(join(stateDir, "sandbox"));
  const path = await mkdtemp(join(tmpdir(), "vps-dns-"));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
