// Only what the DNS core understands is changed.
import type { HeldRecord } from "../../api/api.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { InputError } from "../../errors.ts";
import { idText } from "../../text/plain-text.ts";

/** @throws InputError for a record of a type or value that is not understood: it cannot be checked, so it is left alone */
export function understood({ record, id }: HeldRecord): DnsRecord {
  if (record !== undefined) return record;
  throw new InputError(
    "invalid_input",
    "That record has a type or value this program does not know, and is left alone.",
    {
      field: "record",
      hint: `delete_record takes it away by its id (${idText(id)}), for good; then create what should stand there.`,
    },
  );
}
