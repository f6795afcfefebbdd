// What the fixtures answer with: the smallest picture and the smallest sound there are.
import type { CallToolResult } from "@modelcontextprotocol/server";

/** One red pixel. */
export const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

/** No sample at all, behind a whole header. */
export const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

export const image = { type: "image" as const, data: PNG, mimeType: "image/png" };
export const audio = { type: "audio" as const, data: WAV, mimeType: "audio/wav" };

export function said(text: string): CallToolResult {
  return { content: [{ type: "text", text }] };
}

export function embedded(uri: string, mimeType: string, text: string) {
  return { type: "resource" as const, resource: { uri, mimeType, text } };
}
