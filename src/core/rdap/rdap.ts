// The port to registration data (RDAP, RFC 9082): one question, whether somebody holds a domain. rdap-client.ts asks.

/** `unknown` says why in our words; it is never to be taken for free. */
export type RdapAnswer =
  | { readonly kind: "registered"; readonly registrar?: string; readonly expiresAt?: string }
  | { readonly kind: "not_found" }
  | { readonly kind: "unknown"; readonly reason: string };

/** The way to registration data. */
export interface Rdap {
  /**
   * Looks a canonical name up.
   * @throws NetworkError cancelled, and nothing else
   */
  lookUp(domain: string, signal: AbortSignal): Promise<RdapAnswer>;
}
