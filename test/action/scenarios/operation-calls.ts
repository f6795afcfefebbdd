// Any operation of the reference, through operation and arguments.
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "Operations are called by name, in either case, with a YAML or JSON mapping under the other inputs",
  play: async ({ main, dns }) => {
    await main({ operation: "list-zones" });
    await main({ operation: "create_zone", arguments: '{"domain": "example.net"}' });
    await main({
      operation: "create-record",
      zone: "example.net",
      arguments: "type: txt\nname: code\nvalue: 0123\nttl: 300\nzone: example.com\n",
    });
    await dns("code.example.net", "TXT");
    await main({ operation: "list-records", zone: "example.net", type: "TXT" });
    await main({ operation: "list-records", zone: "example.com", arguments: "limit: 2" });
    await main({ operation: "delete-zone", zone: "example.net" });
    await main({ operation: "delete-zone", zone: "example.net", confirm: "example.com" });
    await main({ operation: "delete-zone", zone: "example.net", confirm: "example.net" });
    await dns("code.example.net", "TXT");
    await main({ operation: "list-zones", arguments: "colour: blue" });
  },
});
