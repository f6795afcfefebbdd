// What the server's tools answered, read from the results a host hands over.
import { type Json, listOf, numberOf, objectOf, textOf } from "./json.ts";

export interface Content {
  readonly value: string;
  readonly ttl: number | undefined;
  readonly priority: number | undefined;
}

export interface Change {
  readonly action: "create" | "update" | "delete";
  readonly name: string;
  readonly type: string;
  readonly before: Content | undefined;
  readonly after: Content | undefined;
}

export interface Plan {
  readonly id: string;
  readonly zone: string;
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly guards: readonly string[];
  readonly warnings: readonly string[];
}

/** What a guarded tool answered. */
export type Outcome =
  | { readonly status: "done"; readonly change: string | undefined; readonly warnings: readonly string[] }
  | { readonly status: "question"; readonly preview: string; readonly confirm: string }
  | { readonly status: "failed"; readonly message: string };

/** The plan in a result of plan_zone; undefined when there is none, as in an error. */
export function readPlan(result: Json): Plan | undefined {
  const given = objectOf(result["structuredContent"]);
  const id = textOf(given["plan"]);
  const zone = textOf(given["zone"]);
  if (id === undefined || zone === undefined) return undefined;
  return {
    id,
    zone,
    changes: listOf(given["changes"]).map((change) => readChange(objectOf(change))),
    unchanged: numberOf(objectOf(given["summary"])["unchanged"]) ?? 0,
    guards: listOf(given["guards"]).flatMap((guard) => textOf(objectOf(guard)["message"]) ?? []),
    warnings: texts(given["warnings"]),
  };
}

/** How a call of apply_plan or undo_change ended. */
export function readOutcome(result: Json): Outcome {
  const given = objectOf(result["structuredContent"]);
  const { status, confirm, preview } = given;
  if (result["isError"] !== true && status === "done") {
    return { status, change: textOf(given["change"]), warnings: texts(given["warnings"]) };
  }
  if (status === "confirmation_required" && typeof confirm === "string" && typeof preview === "string") {
    return { status: "question", preview, confirm };
  }
  return { status: "failed", message: readText(result) };
}

/** The text of a result, as the assistant would read it. */
export function readText(result: Json): string {
  const said = listOf(result["content"]).flatMap((block) => textOf(objectOf(block)["text"]) ?? []);
  return said.join("\n") || "The answer has no text.";
}

function readChange(given: Json): Change {
  const { action } = given;
  return {
    action: action === "create" || action === "delete" ? action : "update",
    name: textOf(given["name"]) ?? "",
    type: textOf(given["type"]) ?? "",
    before: readContent(given["before"]),
    after: readContent(given["after"]),
  };
}

function readContent(given: unknown): Content | undefined {
  const { value, ttl, priority } = objectOf(given);
  return typeof value === "string" ? { value, ttl: numberOf(ttl), priority: numberOf(priority) } : undefined;
}

function texts(value: unknown): readonly string[] {
  return listOf(value).flatMap((text) => textOf(text) ?? []);
}
