// Several records in one step.
import { scenario } from "../support/scenario.ts";

const records = `mail 300 IN A 192.0.2.1
         IN AAAA 2001:db8::1
@        IN MX 10 mail
_dmarc   IN TXT "v=DMARC1; p=none"
`;

export const story = scenario({
  title: "Zone-file lines are put in place together, the second time changes nothing, and post takes them away",
  play: async ({ main, post, dns }) => {
    const inputs = { zone: "example.com", records, cleanup: "true" };
    const first = await main(inputs);
    await dns("mail.example.com", "AAAA");
    await dns("example.com", "MX");
    await main(inputs);
    await post(inputs, first);
    await dns("example.com", "MX");
    await main({ zone: "example.com", records: "mail IN A 192.0.2.1\nmail IN A nonsense\n" });
  },
});
