// The headers of every request to the API.
import { VERSION } from "../../version.ts";
import type { Call } from "./call.ts";

/** The headers of one request; the token is in them. */
export function headersOf(call: Pick<Call, "body">, token: string): Readonly<Record<string, string>> {
  return {
    authorization: `Bearer ${token}`,
    accept: "application/json",
    // Not compressed: the bound on a body is then a bound on memory.
    "accept-encoding": "identity",
    "user-agent": `vps-dns/${VERSION}`,
    ...(call.body === undefined ? {} : { "content-type": "application/json" }),
  };
}
