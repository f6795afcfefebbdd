// One change of one record, and the waiting after it.
import * as z from "zod/mini";
import type { Unconfirmed } from "../../confirmation.ts";
import type { Context } from "../../context.ts";
import { lines } from "../../text/lines.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { type Propagation, propagationField, propagationLines } from "../shapes/propagation.ts";
import { writeRecord, type WrittenRecord, writtenRecord, writtenText } from "../write/write-record.ts";
import { awaitedOf, waitFor, type WaitInput } from "./wait-for.ts";

/** The output of an operation that writes one record and can wait for it. */
export const waitedRecord = z.extend(writtenRecord, propagationField);

type Request = Parameters<typeof writeRecord>[2];

/** Writes as `writeRecord` does, then waits as the input says. */
export async function writeAndWait(
  context: Context,
  state: ZoneState,
  request: Request & { readonly input: WaitInput },
): Promise<(WrittenRecord & { readonly propagation?: Propagation }) | Unconfirmed> {
  const written = await writeRecord(context, state, request);
  if (written.status !== "done") return written;
  const awaited = { zone: state.zone.domain, ...awaitedOf([request.change]), change: written.change };
  return { ...written, ...(await waitFor(context, awaited, request.input)) };
}

/** The text of what was written, and of who answers it. */
export function waitedText(what: string, output: z.output<typeof waitedRecord>): string {
  return lines(writtenText(what, output), propagationLines(output.propagation));
}
