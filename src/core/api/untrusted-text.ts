// Text that the server wrote, made fit to be quoted in a message of ours: it is data, and may be hostile.

const REDACTED = "[redacted]";

/**
 * One line of at most `maxLength` characters without control, bidirectional or invisible characters, with every
 * secret replaced. Stripping comes first, so that a secret cut apart by invisible characters is still found.
 */
export function untrustedText(text: string, secrets: readonly string[], maxLength = 200): string {
  const visible = text
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[\s\p{Cc}\p{Z}]+/gu, " ")
    .trim();
  const clean = withoutSecrets(visible, secrets);
  if (clean.length <= maxLength) return clean;
  // A character outside the basic plane is two code units: half of one is dropped.
  return `${clean.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Replaces every secret by value, plain or escaped as in JSON or a URL. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, REDACTED), text);
}
