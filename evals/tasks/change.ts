// Tasks that change records, with nothing to ask about.
import { expectRrset, recordsOf } from "../checks.ts";
import type { Task } from "../task.ts";

const zone = "example.com";

export const changeTasks: readonly Task[] = [
  {
    name: "add-address",
    say: "Let blog.example.com lead to 192.0.2.50.",
    check: (world) => expectRrset(world, zone, { name: "blog", type: "A", values: ["192.0.2.50"] }),
    reference: async (call) =>
      (await call("create_record", { zone, type: "A", name: "blog", value: "192.0.2.50" })).text,
  },
  {
    name: "two-addresses-for-an-alias",
    say: "www.example.com shall be served by 192.0.2.10 and 192.0.2.11 from now on, instead of what it points at today.",
    check: async (world) => [
      ...(await expectRrset(world, zone, { name: "www", type: "A", values: ["192.0.2.10", "192.0.2.11"] })),
      ...(await expectRrset(world, zone, { name: "www", type: "CNAME", values: [] })),
    ],
    reference: async (call) => {
      const values = ["192.0.2.10", "192.0.2.11"];
      return (await call("set_rrset", { zone, name: "www", type: "A", values, replace_conflicts: true })).text;
    },
  },
  {
    name: "shorten-ttl",
    say: "We move api.example.com tomorrow; bring its TTL down to a minute.",
    check: (world) => expectRrset(world, zone, { name: "api", type: "A", values: ["192.0.2.10"], ttl: 60 }),
    reference: async (call) => {
      const records = [{ type: "A", name: "api", value: "192.0.2.10", ttl: 60 }];
      return (await call("ensure_records", { zone, records })).text;
    },
  },
  {
    name: "service-record",
    say: "XMPP clients of example.com should find xmpp.example.net on port 5222, priority 5, weight 0.",
    check: (world) =>
      expectRrset(world, zone, { name: "_xmpp-client._tcp", type: "SRV", values: ["5 0 5222 xmpp.example.net"] }),
    reference: async (call) => {
      const input = { zone, type: "SRV", name: "_xmpp-client._tcp", priority: 5, value: "0 5222 xmpp.example.net" };
      return (await call("create_record", input)).text;
    },
  },
  {
    name: "take-away-phone",
    say: "We have no telephone system any more: take its SIP service record and the sip host out of example.com.",
    check: async (world) => [
      ...(await expectRrset(world, zone, { name: "sip", type: "A", values: [] })),
      ...(await expectRrset(world, zone, { name: "_sip._tcp", type: "SRV", values: [] })),
    ],
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
    check: async (world) => [
      ...(await expectRrset(world, "myapp.io", { name: "stage", type: "A", values: ["192.0.2.81"] })),
      ...(await expectRrset(world, "myapp.io", { name: "staging", type: "A", values: [] })),
      ...(await expectRrset(world, "myapp.io", { name: "*.preview", type: "CNAME", values: ["stage.myapp.io"] })),
    ],
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
    check: async (world) => {
      const lines = await recordsOf(world, "example.org");
      const wanted = ["blog 300 CNAME blog.example.net", "www 3600 A 192.0.2.40", "@ 3600 A 192.0.2.40"];
      const types = ["shop A", "shop AAAA"].filter(
        (one) => !lines.some((line) => line.replace(/ \d+ /, " ").startsWith(one)),
      );
      return [...wanted.filter((line) => !lines.includes(line)), ...types].map((line) => `${line} is missing.`);
    },
    reference: async (call) => {
      const zonefile =
        "blog 300 IN CNAME blog.example.net.\nshop 3600 IN A 192.0.2.41\nshop 3600 IN AAAA 2001:db8::41\n";
      return (await call("ensure_records", { zone: "example.org", zonefile })).text;
    },
  },
  {
    name: "verify-for-pages",
    say: "GitHub Pages wants to verify example.com for the user octocat; the code is 0123456789abcdef0123456789abcd.",
    check: (world) =>
      expectRrset(world, zone, {
        name: "_github-pages-challenge-octocat",
        type: "TXT",
        values: ["0123456789abcdef0123456789abcd"],
      }),
    reference: async (call) => {
      const values = ["owner=octocat", "code=0123456789abcdef0123456789abcd"];
      return (await call("apply_preset", { zone, preset: "github-pages", values })).text;
    },
  },
  {
    name: "change-and-take-back",
    say: "Put the text hello at test.example.com to show me, and then take that change back.",
    check: async (world) => [
      ...(await expectRrset(world, zone, { name: "test", type: "TXT", values: [] })),
      ...(world.writes().length >= 2 ? [] : ["It never made the change."]),
    ],
    reference: async (call) => {
      const made = await call("create_record", { zone, type: "TXT", name: "test", value: "hello" });
      const change = /Change (\S+);/.exec(made.text)?.[1];
      return (await call("undo_change", { change })).text;
    },
  },
];
