// The three ways to meet what is there.
import { scenario } from "../support/scenario.ts";

const a = { zone: "example.com", type: "A", name: "www", value: "192.0.2.1" };
const mx = { zone: "example.com", type: "MX", name: "@", value: "mail.example.com", priority: "20" };

export const story = scenario({
  title: "if-exists adopts, updates or fails as it says",
  play: async ({ main, dns, addRecord }) => {
    await addRecord({ record_type: "A", name: "www", value: "192.0.2.1", ttl: 300 });
    await main({ ...a, ttl: "60" });
    await main({ ...a, "if-exists": "fail" });
    await main({ ...a, "if-exists": "update", ttl: "60" });
    await main({ ...a, "if-exists": "update", value: "192.0.2.2" });
    await dns("www.example.com", "A");
    await main({ ...a, value: "192.0.2.3" });
    await dns("www.example.com", "A");
    await addRecord({ record_type: "A", name: "mail", value: "192.0.2.9" });
    await addRecord({ record_type: "MX", name: "@", value: "mail.example.com", priority: 10 });
    await main(mx);
    await main({ ...mx, "if-exists": "update" });
    await dns("example.com", "MX");
    await addRecord({ record_type: "CNAME", name: "blog", value: "www.example.com" });
    await main({ zone: "example.com", type: "CNAME", name: "blog", value: "mail.example.com" });
    await main({ zone: "example.com", type: "CNAME", name: "blog", value: "mail.example.com", "if-exists": "update" });
    await dns("blog.example.com", "CNAME");
    await main({ zone: "example.com", type: "TXT", name: "new", value: "fresh", "if-exists": "fail" });
  },
});
