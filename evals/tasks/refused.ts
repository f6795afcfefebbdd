// Tasks that must not be done, by the rules of the DNS or by what the server was allowed: nothing changes, and the
// person hears why.
import { domainNamed, expectSaid, expectUntouched } from "../checks.ts";
import type { Task } from "../task.ts";

function refused(...wanted: readonly RegExp[]): Task["check"] {
  return (world, said) => Promise.resolve([...expectUntouched(world), ...expectSaid(said, ...wanted)]);
}

export const refusedTasks: readonly Task[] = [
  {
    name: "buy-without-leave",
    say: "Register quite-a-new-name.dev for a year, for 50 dollars at most.",
    check: async (world, said) => [
      ...(await refused(/allow|purchase|permit/i)(world, said)),
      ...((await domainNamed(world, "quite-a-new-name.dev")) === undefined ? [] : ["It was bought."]),
    ],
    reference: async (call) => (await call("register_domain", { domain: "quite-a-new-name.dev", max_price: 50 })).text,
  },
  {
    name: "alias-beside-mail",
    say: "Make mail.example.com, which has an address today, an alias of mail.example.net as well; keep the address.",
    check: refused(/CNAME|alias/i),
    reference: async (call) => {
      const input = { zone: "example.com", type: "CNAME", name: "mail", value: "mail.example.net" };
      return (await call("create_record", input)).text;
    },
  },
  {
    name: "read-only",
    say: "Delete the api record of example.com.",
    flags: ["--read-only"],
    check: refused(/read|cannot|not able|no tool|unable/i),
    reference: async (call) => {
      await call("list_records", { zone: "example.com", name: "api" });
      return "This server is read-only, so I cannot delete it.";
    },
  },
  {
    name: "another-zone",
    say: "Let blog.myapp.io lead to 192.0.2.50.",
    flags: ["--zone", "example.com"],
    check: refused(/allow|permit|myapp\.io/i),
    reference: async (call) =>
      (await call("create_record", { zone: "myapp.io", type: "A", name: "blog", value: "192.0.2.50" })).text,
  },
];
