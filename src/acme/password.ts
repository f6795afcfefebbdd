// HTTP Basic authentication (RFC 7617): the password alone counts.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 192 random bits, readable in a URL and a shell. */
export function randomPassword(): string {
  return randomBytes(24).toString("base64url");
}

/** Whether an Authorization header carries `expected` as its password; takes as long for a near miss as for a far one. */
export function passwordCheck(expected: string): (authorization: string | undefined) => boolean {
  const wanted = digest(expected);
  return (authorization) => {
    const credentials = /^basic +([\w+/=-]+)$/i.exec(authorization?.trim() ?? "")?.[1];
    if (credentials === undefined) return false;
    const text = Buffer.from(credentials, "base64").toString("utf8");
    const colon = text.indexOf(":");
    return colon !== -1 && timingSafeEqual(digest(text.slice(colon + 1)), wanted);
  };
}

// Two digests are of one length, whatever was given.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
