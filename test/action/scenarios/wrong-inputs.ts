// Everything that is wrong is told at once, each problem by the input it belongs to.
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "Several wrong inputs are several annotations and no request",
  play: async ({ main }) => {
    await main({ zone: "example.com", type: "TXT", name: "_x", value: "y", ttl: "soon", cleanup: "perhaps" });
    await main({ zone: "example.com", value: "y" });
    await main({ zone: "example.com", type: "SPF", name: "_x", value: "y" });
    await main({ zone: "example.com", type: "A", name: "www", value: "192.0.2.300" });
    await main({ zone: "example.com", type: "A", name: "www", value: "192.0.2.1", ttl: "2147483648" });
    await main({ zone: "example.com", type: "A", name: "www", value: "192.0.2.1", "fail-on-change": "true" });
    await main({ zone: "example.com" });
    await main({ operation: "list-zone" });
    await main({ operation: "make-zones-up" });
    await main({
      "api-url": "https://ada:pw@192.0.2.1/",
      zone: "example.com",
      type: "A",
      name: "a",
      value: "192.0.2.1",
    });
    await main({ operation: "list-zones", ttl: "60", cleanup: "true" });
    await main({ "api-url": "http://192.0.2.1/api/v1", zone: "example.com", type: "A", name: "a", value: "192.0.2.1" });
    await main({ zone: "example.com", type: "A", name: "a", value: "192.0.2.1", records: "a A 192.0.2.2" });
    const records = [{ type: "A", name: "b", value: "192.0.2.2" }];
    await main({
      zone: "example.com",
      type: "A",
      name: "a",
      value: "192.0.2.1",
      arguments: JSON.stringify({ records }),
    });
  },
});
