// Why a sandbox could not start, for whoever started it: a port that is not to be had, a folder that cannot be used.
import { InputError, VpsError } from "../core/errors.ts";

/** A port asked for, and the option that named it. */
export interface WantedPort {
  readonly field: "port" | "dns-port";
  readonly port: number;
}

/**
 * Waits for a server to listen.
 * @throws InputError `conflict` when the port is taken, `invalid_input` when the system does not give it away
 */
export async function listening<Server>({ field, port }: WantedPort, server: Promise<Server>): Promise<Server> {
  try {
    return await server;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const detail = { field, hint: `Give another --${field}, or leave it out for a free one.`, cause: error };
    throw code === "EADDRINUSE"
      ? new InputError("conflict", `Port ${port} is in use by another program.`, detail)
      : new InputError("invalid_input", `The system does not let the sandbox use port ${port} (${code}).`, detail);
  }
}

/** A folder that the sandbox works in, by the option that names it. */
export type FolderField = "data" | "bind";

/** What a folder's failure means to whoever named it; anything that is no failure of the system stays as it is. */
export function folderFailure(field: FolderField, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  return new VpsError("state_unavailable", `The sandbox's ${field} folder cannot be used (${code}).`, {
    field,
    hint: "Name a folder that this user may write to, or none to keep nothing.",
    cause: error,
  });
}

/** Node's errors from the system say which call failed, and carry a code such as EACCES. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
