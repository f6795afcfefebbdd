// The session id of a 2025-era client: nothing is kept under it. It tells one client's request ids from another's, so that
// a cancellation finds its call, and carries whether the client can ask its person. It opens no door: the bearer does.
import { randomBytes } from "node:crypto";
import type { ClientCapabilities } from "@modelcontextprotocol/server";
import { canAsk } from "../person.ts";

const ASKS = ".ask";

/** `capabilities` as the client's `initialize` declared them, unchecked. */
export function mintSessionId(capabilities: unknown): string {
  return `${randomBytes(16).toString("base64url")}${canAsk(capabilities) ? ASKS : ""}`;
}

/** What a client of that session can do for its person; undefined where it said nothing. */
export function declaredBy(sessionId: string | null): ClientCapabilities | undefined {
  return sessionId?.endsWith(ASKS) === true ? { elicitation: { form: {} } } : undefined;
}
