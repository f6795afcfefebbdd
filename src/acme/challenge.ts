// A dns-01 challenge (RFC 8555 §8.4): the TXT record that an ACME client wants to be answered, in the spellings clients
// have for it.
import { createHash } from "node:crypto";
import { absoluteName, labelsOf } from "../core/dns/name.ts";
import { InputError } from "../core/errors.ts";

const ROOT = "";
const LABEL = "_acme-challenge";

export interface Challenge {
  /** Canonical. */
  readonly name: string;
  /** One string of visible ASCII. */
  readonly value: string;
}

/**
 * A challenge by the name that is to answer it.
 * @throws InputError where the name is no FQDN or the value no challenge's
 */
export function challengeAt(fqdn: string, value: string): Challenge {
  const name = absoluteName(fqdn.trim(), ROOT);
  if (labelsOf(name).length < 2 || name.startsWith("*")) {
    throw new InputError("invalid_name", "A challenge wants a name in full.", {
      hint: "Give the whole name, such as _acme-challenge.www.example.com.",
    });
  }
  // Not quoted: some clients pass what must stay secret in the wrong place.
  if (!/^[\x21-\x7e]{1,255}$/.test(value)) {
    throw new InputError(
      "invalid_value",
      "The challenge's value is not one word of at most 255 visible ASCII characters.",
      {
        hint: "Give the TXT value as the ACME client has it, such as 43 characters of base64url.",
      },
    );
  }
  return { name, value };
}

/** The challenge of an identifier: a domain, or a wildcard, whose challenge is the domain's own. */
export function challengeOf(domain: string, value: string): Challenge {
  return challengeAt(`${LABEL}.${domain.trim().replace(/^\*\./, "")}`, value);
}

/** The same where the client gives the key authorization instead of the TXT value that is made from it. */
export function challengeFromKey(domain: string, keyAuthorization: string): Challenge {
  return challengeOf(domain, createHash("sha256").update(keyAuthorization).digest("base64url"));
}
