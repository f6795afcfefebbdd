// What lint says of a zone: the same shape as the zone rules' problems, so that both are one list to their readers.
import type { ZoneProblem } from "../zone-problem.ts";

/** A finding has a stable kebab-case id; advice and warnings come from lint, errors are what BIND would refuse. */
export type Finding = ZoneProblem;
