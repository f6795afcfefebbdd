// One line of input as a JSON-RPC message, or the answer that its sender gets instead. Pure.
import { isUtf8 } from "node:buffer";
import { type JSONRPCMessage, parseJSONRPCMessage, ProtocolErrorCode } from "@modelcontextprotocol/server";

/** A JSON-RPC error for a line that holds no message; `id` is null where none could be read (JSON-RPC 2.0 §5). */
export interface Refusal {
  readonly jsonrpc: "2.0";
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

export type Reading = { readonly message: JSONRPCMessage } | { readonly refusal: Refusal };

/** Reads one line, its newline taken off; undefined for one that asks nothing and gets no answer. */
export function readMessage(line: Buffer): Reading | undefined {
  // Trimming takes a byte order mark along, too.
  const text = line.toString("utf8").trim();
  if (text === "") return undefined;
  const value = parseJson(text);
  // Decoding replaces broken bytes; what is wrong would then be written into a zone, so the line is refused.
  if (!isUtf8(line)) return refuse(ProtocolErrorCode.ParseError, "The line is not valid UTF-8.", idOf(value));
  if (value === undefined) return refuse(ProtocolErrorCode.ParseError, "The line is not valid JSON.", null);
  try {
    return { message: parseJSONRPCMessage(value) };
  } catch {
    // An answer is never answered, however broken: two peers would send errors to each other without end.
    if (isAnswer(value)) return undefined;
    return refuse(ProtocolErrorCode.InvalidRequest, "The line is not a JSON-RPC 2.0 message.", idOf(value));
  }
}

/** The answer to a line longer than `maxBytes`, of which only both ends are known. */
export function refuseOverlong(head: Buffer, tail: Buffer, maxBytes: number): Reading {
  const start = /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(\d{1,15}|"[\w.:-]{1,64}")\s*,/;
  const end = /,\s*"id"\s*:\s*(\d{1,15}|"[\w.:-]{1,64}")\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*$/;
  const found = start.exec(head.toString("latin1"))?.[1] ?? end.exec(tail.toString("latin1"))?.[1];
  const id = found === undefined ? null : idOf({ id: parseJson(found) });
  const limit = Math.floor(maxBytes / 1024 / 1024);
  return refuse(ProtocolErrorCode.InvalidRequest, `The message is longer than ${limit} MB; send less at once.`, id);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): string | number | null {
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  return typeof value.id === "string" || typeof value.id === "number" ? value.id : null;
}

function isAnswer(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("result" in value || "error" in value);
}

function refuse(code: number, message: string, id: Refusal["id"]): Reading {
  return { refusal: { jsonrpc: "2.0", id, error: { code, message } } };
}
