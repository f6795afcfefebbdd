// Stands in for @actions/http-client in the bundles (scripts/build.ts): @actions/core needs it for OIDC tokens alone,
// and it would bring a second undici of 800 kB. If VPS.org ever takes GitHub's OIDC tokens, this is where they enter.

/** Takes the place of the class of this name. */
export function HttpClient(): never {
  throw leftOut();
}

/** Takes the place of the class of this name. */
export function BearerCredentialHandler(): never {
  throw leftOut();
}

function leftOut(): Error {
  return new Error("This action asks for no OIDC token: its bundle leaves the client out.");
}
