// The user's home folder, where HOME may be empty, relative or not set at all.
import { homedir, userInfo } from "node:os";
import { isAbsolute } from "node:path";
import { VpsError } from "../core/errors.ts";

/** @throws VpsError state_unavailable for a user of whom the system knows none */
export function homeFolder(): string {
  try {
    const named = homedir();
    // Else every working folder would have a journal of its own.
    return isAbsolute(named) ? named : userInfo().homedir;
  } catch (cause) {
    throw new VpsError("state_unavailable", "There is no home folder to keep the change journal in.", {
      hint: "Name a folder with --state-dir (VPS_STATE_DIR).",
      cause,
    });
  }
}
