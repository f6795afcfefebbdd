// The table of lint rules, one row each, made by family in the files beside this one.
import { addressRules } from "./address-rules.ts";
import { caaRules } from "./caa-rules.ts";
import { dkimRules } from "./dkim-rules.ts";
import { dmarcRules } from "./dmarc-rules.ts";
import { mailRules } from "./mail-rules.ts";
import { nameRules } from "./name-rules.ts";
import { rrsetRules } from "./rrset-rules.ts";
import type { LintRule } from "./rule.ts";
import { serviceRules } from "./service-rules.ts";
import { spfLookupRules } from "./spf-lookup-rules.ts";
import { spfRules } from "./spf-rules.ts";
import { targetRules } from "./target-rules.ts";
import { textRules } from "./text-rules.ts";
import { transportRules } from "./transport-rules.ts";
import { ttlRules } from "./ttl-rules.ts";
import { verificationRules } from "./verification-rules.ts";

/** A family of rules; its title heads the rules in docs/lint.md. */
export interface LintFamily {
  readonly title: string;
  readonly rules: readonly LintRule[];
}

/** Every family, in the order of docs/lint.md. */
export const lintFamilies: readonly LintFamily[] = [
  { title: "Names", rules: nameRules },
  { title: "TTLs", rules: ttlRules },
  { title: "RRsets and delegations", rules: rrsetRules },
  { title: "Addresses", rules: addressRules },
  { title: "Targets", rules: targetRules },
  { title: "Services (SRV)", rules: serviceRules },
  { title: "Texts", rules: textRules },
  { title: "Mail", rules: mailRules },
  { title: "SPF", rules: [...spfRules, ...spfLookupRules] },
  { title: "DMARC", rules: dmarcRules },
  { title: "DKIM", rules: dkimRules },
  { title: "MTA-STS and TLS reporting", rules: transportRules },
  { title: "CAA", rules: caaRules },
  { title: "Verification", rules: verificationRules },
];

/** Every rule, in the order of the families. */
export const lintRules: readonly LintRule[] = lintFamilies.flatMap(({ rules }) => rules);
