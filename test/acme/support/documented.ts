// What docs/acme.md tells people to write, word for word.
import { readFileSync } from "node:fs";

const PAGE = readFileSync("docs/acme.md", "utf8");

/** The fenced block that has `# NAME` as a line of its own. */
export function documentedFile(name: string): string {
  const block = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].find(([, text]) => text?.split("\n").includes(`# ${name}`));
  if (block?.[1] === undefined) throw new Error(`docs/acme.md shows no file ${name}.`);
  return block[1];
}

/** The value that the page gives a flag: what stands in quotes behind it. */
export function documentedValue(flag: string): string {
  const value = PAGE.split(`${flag} "`)[1]?.split('"')[0];
  if (value === undefined) throw new Error(`docs/acme.md does not show ${flag}.`);
  return value;
}
