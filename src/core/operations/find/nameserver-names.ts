// Name servers as inputs give them.
import { canonicalDomain } from "../../api/canonical-domain.ts";
import { isHostName } from "../../dns/host-name.ts";
import { parseZoneName } from "../../dns/name.ts";
import { InputError } from "../../errors.ts";
import { atField } from "../at-field.ts";

/**
 * Canonical host names, each once.
 * @throws InputError naming the entry that is none, or was given before
 */
export function nameserverNames(given: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [at, text] of given.entries()) {
    const field = `nameservers[${at}]`;
    const name = atField(field, () => parseZoneName(text));
    if (!isHostName(name) || names.includes(name)) {
      throw new InputError(
        "invalid_name",
        `${field}: ${names.includes(name) ? "It stands there twice." : "That is no host name."}`,
        {
          field,
          hint: "Give two to four different host names, such as ns1.example.net.",
        },
      );
    }
    names.push(name);
  }
  return names;
}

/** Whether two lists name the same servers, in any order. */
export function sameServers(a: readonly string[] | undefined, b: readonly string[]): boolean {
  const known = new Set(a?.map(canonicalDomain));
  return known.size === b.length && b.every((name) => known.has(name));
}
