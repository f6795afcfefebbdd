// Tasks that change records, with nothing to ask about.
import type { Task } from "../task.ts";

const zone = "example.com";

export const changeTasks: readonly Task[] = [
  {
    name: "add-address",
    say: "Let blog.example.com lead to 192.0.2.50.",
    end: { "example.com blog A": ["192.0.2.50"] },
    least: 1,
    reference: async (call) =>
      (await call("create_record", { zone, type: "A", name: "blog", value: "192.0.2.50" })).text,
  },
  {
    name: "two-addresses-for-an-alias",
    say: "www.example.com shall be served by 192.0.2.10 and 192.0.2.11 from now on, instead of what it points at today.",
    end: { "example.com www A": ["192.0.2.10", "192.0.2.11"], "example.com www CNAME": [] },
    least: 1,
    reference: async (call) => {
      const values = ["192.0.2.10", "192.0.2.11"];
      return (await call("set_rrset", { zone, name: "www", type: "A", values, replace_conflicts: true })).text;
    },
  },
  {
    name: "shorten-ttl",
    say: "We move api.example.com tomorrow; bring its TTL down to a minute.",
    end: { "example.com api A TTL": ["60"] },
    least: 1,
    reference: async (call) => {
      const records = [{ type: "A", name: "api", value: "192.0.2.10", ttl: 60 }];
      return (await call("ensure_records", { zone, records })).text;
    },
  },
  {
    name: "service-record",
    say: "XMPP clients of example.com should find xmpp.example.net on port 5222, priority 5, weight 0.",
    end: { "example.com _xmpp-client._tcp SRV": ["5 0 5222 xmpp.example.net"] },
    least: 1,
    reference: async (call) => {
      const input = { zone, type: "SRV", name: "_xmpp-client._tcp", priority: 5, value: "0 5222 xmpp.example.net" };
      return (await call("create_record", input)).text;
    },
  },
  {
    name: "take-away-phone",
    say: "We have no telephone system any more: take its SIP service record and the sip host out of example.com.",
    end: { "example.com sip A": [], "example.com _sip._tcp SRV": [] },
    least: 1,
    reference: async (call) => {
      const records = [
        { type: "SRV", name: "_sip._tcp" },
        { type: "A", name: "sip" },
      ];
      return (await call("ensure_records", { zone, records, state: "absent" })).text;
    },
  },
  {
    name: "rename-host",
    say: "In myapp.io, staging shall be called stage. The preview wildcard should follow it.",
    end: {
      "myapp.io stage A": ["192.0.2.81"],
      "myapp.io staging A": [],
      "myapp.io *.preview CNAME": ["stage.myapp.io"],
    },
    least: 3,
    reference: async (call) => {
      await call("create_record", { zone: "myapp.io", type: "A", name: "stage", value: "192.0.2.81", ttl: 300 });
      const alias = { name: "*.preview", type: "CNAME", values: ["stage.myapp.io"] };
      await call("set_rrset", { zone: "myapp.io", ...alias });
      const gone = { type: "A", name: "staging", value: "192.0.2.81" };
      return (await call("delete_record", { zone: "myapp.io", ...gone })).text;
    },
  },
  {
    name: "import-lines",
    say: "Add these to example.org, and leave the rest alone:\n\nblog 300 IN CNAME blog.example.net.\nshop IN A 192.0.2.41\nshop IN AAAA 2001:db8::41",
    end: {
      "example.org blog CNAME": ["blog.example.net"],
      "example.org blog CNAME TTL": ["300"],
      "example.org shop A": ["192.0.2.41"],
      "example.org shop AAAA": ["2001:db8::41"],
    },
    least: 1,
    reference: async (call) => {
      const zonefile =
        "blog 300 IN CNAME blog.example.net.\nshop 3600 IN A 192.0.2.41\nshop 3600 IN AAAA 2001:db8::41\n";
      return (await call("ensure_records", { zone: "example.org", zonefile })).text;
    },
  },
  {
    name: "verify-for-pages",
    say: "GitHub Pages wants to verify example.com for the user octocat; the code is 0123456789abcdef0123456789abcd.",
    end: { "example.com _github-pages-challenge-octocat TXT": ["0123456789abcdef0123456789abcd"] },
    least: 1,
    reference: async (call) => {
      const values = ["owner=octocat", "code=0123456789abcdef0123456789abcd"];
      return (await call("apply_preset", { zone, preset: "github-pages", values })).text;
    },
  },
  {
    name: "change-and-take-back",
    say: "Put the text hello at test.example.com to show me, and then take that change back.",
    end: {},
    least: 2,
    reference: async (call) => {
      const made = await call("create_record", { zone, type: "TXT", name: "test", value: "hello" });
      const change = /Change (\S+);/.exec(made.text)?.[1];
      return (await call("undo_change", { change })).text;
    },
  },
];
