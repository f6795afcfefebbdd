// Secrets are masked before anything else is printed; nothing here prints but the runner's own masking command.
// The runner masks its log alone, so what goes to files is cleaned of them here as well.
import { setSecret } from "@actions/core";

// Fields that hold a secret, whichever operation they belong to (contract D6).
const SECRET_FIELDS = new Set(["auth_code", "auth-code"]);
const STARS = "***";
/** Shorter texts stand in too many others: stars for them would make outputs wrong, and hide nothing. */
const HIDDEN_MIN_LENGTH = 6;

// As the runner's own masks: for the whole process, and only ever more.
const masked = new Set<string>();
const hidden = new Set<string>();

/** Masks a secret: as it is, without surrounding white space, and line by line. */
export function maskSecret(secret: string): void {
  const forms = [secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())];
  for (const form of new Set(forms)) {
    if (form === "" || masked.has(form)) continue;
    masked.add(form);
    setSecret(form);
    if (form.length >= HIDDEN_MIN_LENGTH) for (const spelled of spellings(form)) hidden.add(spelled);
  }
}

/** Masks every secret field inside a mapping, at any depth. */
export function maskSecretFields(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (SECRET_FIELDS.has(key) && typeof member === "string") maskSecret(member);
    else maskSecretFields(member);
  }
}

/** The text with stars in place of every masked secret, also where it is escaped or encoded. */
export function withoutSecrets(text: string): string {
  let rest = text;
  for (const secret of hidden) rest = rest.replaceAll(secret, STARS);
  return rest;
}

function spellings(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString("base64");
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64];
}
