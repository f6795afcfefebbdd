// What name servers answered, as results show it: a row an address that was asked, and a line for each.
import * as z from "zod/mini";
import { count } from "../../text/count.ts";
import { quotedText, shortText } from "../../text/plain-text.ts";
import { valueText } from "../../text/record-line.ts";
import type { ServerLook } from "../../wire/look.ts";
import { countedLooks } from "../../wire/verdict.ts";

/** What a row shows; comparing has seen all. */
const ANSWERS_MAX = 20;
const ANSWERS_TOLD = 3;
const VALUE_TOLD_MAX = 80;

const serverRow = z.strictObject({
  server: z.string(),
  address: z.optional(z.string()),
  kind: z.enum(["authoritative", "public"]),
  ok: z.boolean(),
  rcode: z.optional(z.string()).check(z.describe("NODATA: the name has other types only")),
  aa: z.optional(z.boolean()),
  answers: z.array(z.string()),
  via: z.optional(z.array(z.string())).check(z.describe("CNAME targets followed")),
  ttl: z.optional(z.number()),
  serial: z.optional(z.number()),
  negative_ttl: z.optional(z.number()).check(z.describe("Seconds a no stays cached")),
  error: z.optional(z.string()),
  time_ms: z.number(),
});
/** One address that was asked. */
export type ServerRow = z.output<typeof serverRow>;

/** The schema of what was found out by asking. */
export const propagationFields = {
  propagated: z.boolean(),
  servers: z.array(serverRow),
  note: z.optional(z.string()).check(z.describe("On the delegation, or what was not asked")),
};
const propagationShape = z.strictObject(propagationFields);
/** What was found out by asking. */
export type Propagation = z.output<typeof propagationShape>;

/** The output field of every operation that can wait. */
export const propagationField = {
  propagation: z.optional(propagationShape).check(z.describe("When it waited")),
};

/** The looks as results have them. */
export function propagationOf(
  propagated: boolean,
  looks: readonly ServerLook[],
  note: string | undefined,
): Propagation {
  const counted = new Set(countedLooks(looks));
  return {
    propagated,
    servers: looks.map((look) => serverRowOf(look, counted.has(look))),
    ...(note === undefined ? {} : { note }),
  };
}

function serverRowOf(look: ServerLook, isCounted: boolean): ServerRow {
  const { target, ok, aa, judged, serial = judged?.serial, error, timeMs } = look;
  const { rcode, values = [], via = [], ttl, negativeTtl } = judged ?? {};
  // What is not there is left out where results are checked against their schema.
  const uncounted = "It is not counted: another address of the server was reached.";
  const told = isCounted ? error : error === undefined ? uncounted : `${error} ${uncounted}`;
  return {
    server: target.host,
    address: target.endpoint?.address,
    kind: target.kind,
    ok,
    rcode,
    aa,
    answers: values.slice(0, ANSWERS_MAX).map((value) => shortText(value)),
    via: via.length === 0 ? undefined : [...via],
    ttl,
    serial,
    negative_ttl: negativeTtl,
    error: told,
    time_ms: timeMs,
  };
}

/** A line that says how it stands, one for each server, and what stands in the way. */
export function propagationLines(propagation: Propagation | undefined): readonly string[] {
  if (propagation === undefined) return [];
  const { propagated, servers, note } = propagation;
  // A purchase waits for the domain and asks no name server.
  if (servers.length === 0) return note === undefined ? [] : [note];
  const done = servers.filter(({ ok }) => ok).length;
  const head = propagated
    ? `Answered by ${answererText(done, servers.length)}:`
    : `Not answered everywhere yet: ${done} of ${count(servers.length, "server address", "server addresses")}.`;
  return [head, ...servers.map(serverLine), ...(note === undefined ? [] : [note])];
}

function answererText(done: number, asked: number): string {
  if (asked === 1) return "the one server address";
  return `${done === asked ? "all" : `${done} of`} ${count(asked, "server address", "server addresses")}`;
}

function serverLine(row: ServerRow): string {
  const { ok, kind, answers, ttl, serial, error, rcode } = row;
  const shown = answers.slice(0, ANSWERS_TOLD).map(valueShown);
  const more = answers.length > ANSWERS_TOLD ? [`${answers.length - ANSWERS_TOLD} more`] : [];
  const facts = [
    answers.length > 0 ? [...shown, ...more].join(", ") : rcode,
    ttl === undefined ? undefined : `TTL ${ttl}`,
    serial === undefined ? undefined : `serial ${serial}`,
  ].filter((fact) => fact !== undefined);
  const said = [...(facts.length === 0 ? [] : [facts.join(" ; ")]), ...(error === undefined ? [] : [error])];
  return `${ok ? "yes" : "no"}: ${kind} ${placeText(row)}: ${said.join(". ")}`;
}

// How long one is stands in the row, where it matters.
function valueShown(value: string): string {
  if (value.length <= VALUE_TOLD_MAX) return valueText("", value);
  return `${quotedText(value.slice(0, VALUE_TOLD_MAX))}…`;
}

/** A server by its name and the address that was asked; one that goes by its address is named once. */
export function placeText({ server, address }: Pick<ServerRow, "server" | "address">): string {
  return address === undefined || server.includes(address) ? server : `${server} ${address}`;
}
