// Where a program keeps its state by each platform's custom. Pure: environment and home folder are handed in.
import { posix, win32 } from "node:path";

/** What the place of the state folder goes by. */
export interface StateDirRequest {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder; asked for only where it is needed. */
  readonly home: () => string;
}

const NAME = "vps-dns";

/** The state folder where none is named. */
export function defaultStateDir({ platform, env, home }: StateDirRequest): string {
  if (platform === "win32") {
    return win32.join(absolute(win32, env["LOCALAPPDATA"]) ?? win32.join(home(), "AppData", "Local"), NAME);
  }
  if (platform === "darwin") return posix.join(home(), "Library", "Application Support", NAME);
  return posix.join(absolute(posix, env["XDG_STATE_HOME"]) ?? posix.join(home(), ".local", "state"), NAME);
}

// The XDG base directory specification: a relative path is to be passed over.
function absolute(style: typeof posix, path: string | undefined): string | undefined {
  return path !== undefined && style.isAbsolute(path) ? path : undefined;
}
