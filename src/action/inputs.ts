// The Action's inputs: one table, from which action.yml and the README are made and the environment is read.
import { DEFAULT_API_URL } from "../core/api/settings.ts";

/** How an input's text is read. `field`: it goes to the operation under its own name, decoded by the field's schema. */
export type InputKind = "secret" | "text" | "switch" | "choice" | "field" | "lines" | "mapping";

export interface ActionInput {
  readonly name: string;
  readonly kind: InputKind;
  readonly description: string;
  /** What the runner passes when the workflow leaves the input out; without it that is "". */
  readonly default?: string;
}

/** Whether and how a record that is already there counts as done. */
export const IF_EXISTS = ["adopt", "update", "fail"] as const;
export type IfExists = (typeof IF_EXISTS)[number];

const NO = { kind: "switch", default: "false" } as const;
const FIELD = { kind: "field" } as const;

/** The table with its literal types. */
export const INPUTS = [
  {
    name: "token",
    kind: "secret",
    description: "API token (`vps_…`), from a secret. Not needed with `sandbox`.",
  },
  {
    name: "api-url",
    kind: "text",
    description: "Base URL of the API; https only, but for loopback addresses.",
    default: DEFAULT_API_URL,
  },
  {
    name: "sandbox",
    kind: "text",
    description:
      "`true` works on an embedded, seeded emulation of the API that ends with the step; a folder's path keeps its data there.",
    default: "false",
  },
  {
    name: "operation",
    kind: "text",
    description:
      "Any operation of the reference, in kebab- or snake-case. Left out: `ensure-records`; with `preset` `apply-preset`; with `zone-file` plan and apply.",
  },
  {
    ...FIELD,
    name: "zone",
    description: "Zone name or id. Left out, it is found from a `name` written in full, by the longest match.",
  },
  { ...FIELD, name: "type", description: "Record type: A, AAAA, CNAME, MX, TXT, NS, SRV or CAA." },
  { ...FIELD, name: "name", description: "Owner name: relative (`www`), `@` for the apex, or in full." },
  {
    ...FIELD,
    name: "value",
    description: "Record data as plain text: a TXT without quotes, an SRV as `weight port target`.",
  },
  { ...FIELD, name: "ttl", description: "TTL in seconds. Left out: that of the records beside it, or 3600." },
  { ...FIELD, name: "priority", description: "Priority of an MX or SRV." },
  {
    name: "records",
    kind: "lines",
    description:
      "Several records, as zone-file lines; needs `zone`. A line without a TTL takes the last one stated above it (RFC 1035).",
  },
  {
    name: "zone-file",
    kind: "text",
    description:
      "Path of a zone file: the zone is planned and made so, or with `dry-run` only compared. `zone` left out is read from the file.",
  },
  {
    ...FIELD,
    name: "mode",
    description:
      "With `zone-file`: `merge` adds what is missing and removes nothing, `replace` makes each RRset of the file exactly so, `exact` the whole zone.",
  },
  { ...FIELD, name: "ignore", description: "With `zone-file`: owner names that are never touched, a glob a line." },
  {
    ...FIELD,
    name: "preset",
    description: "A known task, such as `github-pages`, `acme` or `spf`, whose records are built and checked for you.",
  },
  { name: "values", kind: "mapping", description: "YAML or JSON mapping of what the `preset` asks for." },
  {
    ...FIELD,
    name: "state",
    description: "`present`, or `absent`: the record is taken away, and it is fine when none is there.",
    default: "present",
  },
  {
    name: "if-exists",
    kind: "choice",
    description:
      "`adopt`: a record of the same name, type and value counts as done, any other value is added beside its siblings. `update`: TTL and priority are mended as well, and a single A, AAAA or CNAME is moved to the new value. `fail`: any record of that name and type is an error.",
    default: "adopt",
  },
  {
    name: "cleanup",
    kind: "switch",
    description:
      "`true`: after the job, the records that this step created are deleted, by id; never one that was adopted, updated, or changed by others meanwhile. Left empty: as the `preset` has it, else off.",
  },
  {
    ...FIELD,
    name: "wait",
    description:
      "Wait until every name server answers what was written: `authoritative` asks the zone's own, `public` the big resolvers as well.",
    default: "none",
  },
  {
    ...FIELD,
    name: "wait-timeout",
    description: "Seconds to wait at most; running out fails the step, and what was written stays.",
    default: "120",
  },
  { ...NO, name: "dry-run", description: "`true`: nothing is written; `changed` and the summary say what would be." },
  { ...NO, name: "fail-on-change", description: "With `dry-run`: fail the step when something would change." },
  {
    ...FIELD,
    name: "confirm",
    description: "The exact zone or domain name, for what destroys, buys, or changes much of a zone.",
  },
  {
    ...NO,
    name: "allow-purchases",
    description: "`true` allows operations that spend money; they also need `max_price` in `arguments`.",
  },
  {
    name: "arguments",
    kind: "mapping",
    description: "YAML or JSON mapping of an operation's fields, merged under the other inputs.",
  },
] as const satisfies readonly ActionInput[];

/** The table, in the order in which people read it. */
export const ACTION_INPUTS: readonly ActionInput[] = INPUTS;

export type InputName = (typeof INPUTS)[number]["name"];

/** The names of one kind. */
export type NameOf<Kind extends InputKind> = Extract<(typeof INPUTS)[number], { kind: Kind }>["name"];

/** Whether an operation's field is an input of its own name. */
export function isFieldInput(name: string): boolean {
  return ACTION_INPUTS.some((input) => input.kind === "field" && input.name === name.replaceAll("_", "-"));
}
