// An auth code is a secret wherever it stands, and a mapping that cannot be read is never quoted.
import { scenario } from "../support/scenario.ts";

const authCode = "AUTH-code-4711";

export const story = scenario({
  title: "Secrets inside arguments are masked first and never printed",
  secrets: [authCode, "AUTH-broken-4712"],
  play: async ({ main }) => {
    await main({
      operation: "transfer-domain",
      arguments: `domain: example.org\nauth_code: ${authCode}\nmax_price: 20\n`,
    });
    await main({
      operation: "transfer-domain",
      arguments: `{"domain": "example.org", "auth-code": "${authCode}", "max_price": "${authCode}"}`,
    });
    await main({ operation: "transfer-domain", arguments: 'domain: "example.org\nauth_code: AUTH-broken-4712\n' });
    await main({ operation: "transfer-domain", arguments: "- AUTH-broken-4712\n" });
    await main({ operation: "transfer-domain", arguments: "auth_code: *AUTH-broken-4712\n" });
  },
});
