// The bearer that every HTTP client sends (RFC 6750). It lets clients in and is never the token of the account.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What RFC 6750 §2.1 lets a bearer consist of. */
const TOKEN68 = /^[\w.~+/-]+=*$/;

/** 256 random bits. */
export function randomBearer(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text can be a bearer at all (RFC 6750 §2.1). */
export function isBearer(text: string): boolean {
  return TOKEN68.test(text);
}

/** Whether an Authorization header carries `expected`; takes as long for a near miss as for a far one. */
export function bearerCheck(expected: string): (authorization: string | undefined) => boolean {
  const wanted = digest(expected);
  return (authorization) => {
    const given = /^bearer +(.+)$/i.exec(authorization?.trim() ?? "")?.[1];
    return given !== undefined && timingSafeEqual(digest(given), wanted);
  };
}

// Two digests are of one length, whatever was given.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
