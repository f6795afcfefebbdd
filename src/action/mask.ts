// Secrets are masked before anything else is printed; nothing here prints but the runner's own masking command.
import { setSecret } from "@actions/core";

// Fields that hold a secret, whichever operation they belong to (contract D6).
const SECRET_FIELDS = new Set(["auth_code", "auth-code"]);

/** Masks a secret: as it is, without surrounding white space, and line by line. */
export function maskSecret(secret: string): void {
  const forms = [secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())];
  for (const form of new Set(forms)) if (form !== "") setSecret(form);
}

/** Masks every secret field inside a mapping, at any depth. */
export function maskSecretFields(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (SECRET_FIELDS.has(key) && typeof member === "string") maskSecret(member);
    else maskSecretFields(member);
  }
}
