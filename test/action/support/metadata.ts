// action.yml as the runner reads it.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod/mini";

const entry = z.strictObject({ description: z.string().check(z.minLength(1)) });

const metadata = z.strictObject({
  name: z.string(),
  description: z.string().check(z.maxLength(125)),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), z.extend(entry, { required: z.boolean(), default: z.optional(z.string()) })),
  outputs: z.record(z.string(), entry),
  runs: z.strictObject({ using: z.string(), main: z.string(), post: z.string() }),
});

/** The file's content; anything that the runner does not know is an error here. */
export function readMetadata(): z.output<typeof metadata> {
  return metadata.parse(parse(readFileSync("action.yml", "utf8")));
}
