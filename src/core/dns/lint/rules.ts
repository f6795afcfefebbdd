// The table of lint rules, one row each, made by family in the files beside this one.
import type { LintRule } from "./rule.ts";
import { spfRules } from "./spf-rules.ts";
import { ttlRules } from "./ttl-rules.ts";

export const lintRules: readonly LintRule[] = [...ttlRules, ...spfRules];
