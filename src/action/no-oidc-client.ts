// Stands in for @actions/http-client in the bundles (scripts/build.ts): @actions/core needs it for OIDC tokens alone,
// and it would bring a second undici of 800 kB. If VPS.org ever takes GitHub's OIDC tokens, this is where they enter.

/** What asking for an OIDC token meets. */
function refuse(): never {
  throw new Error("This action asks for no OIDC token: its bundle leaves the client out.");
}

export class HttpClient {
  constructor() {
    refuse();
  }
}

export class BearerCredentialHandler {
  constructor() {
    refuse();
  }
}
