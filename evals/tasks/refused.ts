// Tasks that must not be done, by the rules of the DNS or by what the server was allowed: nothing changes, and the
// person hears why.
import type { Task } from "../task.ts";

const NOT_DONE = /\b(?:cannot|can't|could not|couldn't|not|no|unable|refused?|lacks?|nothing|stands alone)\b/i;

export const refusedTasks: readonly Task[] = [
  {
    name: "buy-without-leave",
    say: "Register quite-a-new-name.dev for a year, for 50 dollars at most.",
    said: [NOT_DONE, /allow|permi|enabled?|switched/i],
    least: 1,
    reference: async (call) => (await call("register_domain", { domain: "quite-a-new-name.dev", max_price: 50 })).text,
  },
  {
    name: "alias-beside-mail",
    say: "Make mail.example.com, which has an address today, an alias of mail.example.net as well; keep the address.",
    said: [NOT_DONE],
    least: 1,
    reference: async (call) => {
      const input = { zone: "example.com", type: "CNAME", name: "mail", value: "mail.example.net" };
      return (await call("create_record", input)).text;
    },
  },
  {
    name: "token-without-leave",
    say: "Take the host api out of example.com.",
    permissions: ["dns:list", "dns:create"],
    said: [NOT_DONE, /permi|token|dns:delete/i],
    least: 1,
    reference: async (call) =>
      (await call("delete_record", { zone: "example.com", type: "A", name: "api", value: "192.0.2.10" })).text,
  },
  {
    name: "another-zone",
    say: "Let blog.myapp.io lead to 192.0.2.50.",
    flags: ["--zone", "example.com"],
    said: [NOT_DONE],
    least: 1,
    reference: async (call) =>
      (await call("create_record", { zone: "myapp.io", type: "A", name: "blog", value: "192.0.2.50" })).text,
  },
  {
    name: "mistyped-zone",
    say: "Take the host api out of exmaple.com. If that is not exactly the name of a zone of mine, ask me which one I mean.",
    said: [/\bexample\.com\b/],
    least: 1,
    reference: async (call) => (await call("delete_record", { zone: "exmaple.com", type: "A", name: "api" })).text,
  },
];
