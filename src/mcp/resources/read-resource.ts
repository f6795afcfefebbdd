// Reads a resource: the same operations as the tools, so the allow-list, the errors and the words are the same.
import { ProtocolError, ProtocolErrorCode, type ReadResourceResult } from "@modelcontextprotocol/server";
import type { Context } from "../../core/context.ts";
import { problemLine, toProblem } from "../../core/errors.ts";
import type { ToolCallDeps } from "../call-tool.ts";
import {
  CHANGE_TEMPLATE,
  DOMAINS_URI,
  type Place,
  placeOf,
  TEXT_TYPE,
  ZONE_FILE_TYPE,
  ZONE_TEMPLATE,
  ZONES_URI,
} from "./resource-list.ts";

export interface ResourceRequest {
  readonly uri: string;
  readonly signal: AbortSignal;
  readonly tools: readonly { readonly name: string }[];
}

/** What the account says is nobody else's, and old after a minute. */
const ACCOUNT_DATA = { ttlMs: 60_000, cacheScope: "private" } as const;

/**
 * The resource at a URI.
 * @throws ProtocolError invalid params where there is none, or its name is refused; internal error where it cannot be
 *   read now
 */
export async function readResource(
  { uri, signal, tools }: ResourceRequest,
  deps: ToolCallDeps,
): Promise<ReadResourceResult> {
  const place = placeOf(tools, uri);
  if (place === undefined) {
    const message = "There is no such resource; resources/list shows them.";
    // SEP-2164 wants what was asked for beside the message.
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message, { uri });
  }
  try {
    const { session } = await deps.open();
    const text = await readPlace(place, session.context({ signal }));
    const mimeType = place.of === ZONE_TEMPLATE ? ZONE_FILE_TYPE : TEXT_TYPE;
    return { contents: [{ uri, mimeType, text }], ...ACCOUNT_DATA };
  } catch (error) {
    throw readError(error, deps);
  }
}

async function readPlace({ of, value }: Place, context: Context): Promise<string> {
  const readings = await import("./readings.ts");
  if (of === ZONES_URI) return readings.zonesText(context);
  if (of === DOMAINS_URI) return readings.domainsText(context);
  if (of === ZONE_TEMPLATE) return readings.zoneFileText(context, value);
  if (of === CHANGE_TEMPLATE) return readings.changeTextOf(context, value);
  throw new Error(`nothing reads ${of}`);
}

/** The problem in a tool's words, as the protocol's error. */
function readError(error: unknown, { log }: Pick<ToolCallDeps, "log">): ProtocolError {
  const problem = toProblem(error);
  log("info", "a resource was not read", { code: problem.code });
  // What was asked for is not there, or is not for this caller: of no use to try again.
  const code = NOT_THERE.has(problem.code) ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(code, problemLine(problem));
}

const NOT_THERE: ReadonlySet<string> = new Set([
  "invalid_input",
  "invalid_name",
  "zone_not_allowed",
  "not_found",
  "zone_not_found",
  "change_not_found",
]);
