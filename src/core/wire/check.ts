// What a server should say about one name and type, and the verdict on what it said.
import { count } from "../text/count.ts";
import type { Question } from "./wire.ts";

/** Values are compared by `rdataKey`, so by what they mean. */
export interface Check {
  readonly question: Question;
  /** Answered, whatever stands beside them. */
  readonly present: readonly string[];
  /** Not answered. */
  readonly absent: readonly string[];
  /** Where no values are given: `some` answer at all, `none`, or anything. */
  readonly amount: "some" | "none" | "any";
  /** Seconds; what authoritative servers must give, and resolvers not exceed. */
  readonly ttl?: number | undefined;
}

/** What a server said about a check. */
export interface Said {
  readonly rcode: string;
  /** As `rdataKey` spells them. */
  readonly values: readonly string[];
  readonly ttl: number | undefined;
  /** Whether the TTL counts down, as a resolver's does. */
  readonly cached: boolean;
  readonly negativeTtl: number | undefined;
}

/** What is not as it should be, as a sentence without any value in it; undefined when all is well. */
export function shortfall(check: Check, said: Said): string | undefined {
  const values = new Set(said.values);
  const missing = check.present.filter((value) => !values.has(value)).length;
  if (missing > 0 || (check.amount === "some" && values.size === 0))
    return `${missingText(check, said, missing)}${keptText(said)}`;
  const left = check.absent.filter((value) => values.has(value)).length;
  if (left > 0) return `It still answers what should have gone.${freshText(said)}`;
  if (check.amount === "none" && values.size > 0)
    return `It still answers ${count(values.size, "record")}.${freshText(said)}`;
  return ttlShortfall(check, said);
}

function missingText({ question, present }: Check, { rcode, values }: Said, missing: number): string {
  if (rcode === "NXDOMAIN") return "It says that there is no such name (NXDOMAIN).";
  if (values.length === 0) return `It says that the name has no ${question.type} (NODATA).`;
  return missing === present.length
    ? "It answers other values only."
    : `It lacks ${missing} of ${present.length} values.`;
}

function keptText({ values, negativeTtl, ttl, cached }: Said): string {
  if (values.length > 0) return freshText({ ttl, cached });
  if (negativeTtl === undefined) return "";
  const seconds = count(negativeTtl, "second");
  return cached ? ` It keeps that for another ${seconds}.` : ` A resolver that asks now keeps that for ${seconds}.`;
}

function freshText({ ttl, cached }: Pick<Said, "ttl" | "cached">): string {
  return cached && ttl !== undefined ? ` Its copy lasts another ${count(ttl, "second")}.` : "";
}

function ttlShortfall({ ttl: wanted }: Check, { ttl, cached }: Said): string | undefined {
  if (wanted === undefined || ttl === undefined || ttl === wanted || (cached && ttl < wanted)) return undefined;
  return `It still gives the TTL ${ttl}.${freshText({ ttl, cached })}`;
}
