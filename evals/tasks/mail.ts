// Tasks about mail and certificates.
import { expectRrset } from "../checks.ts";
import type { Task } from "../task.ts";

const zone = "example.com";

export const mailTasks: readonly Task[] = [
  {
    name: "let-google-send",
    say: "From now on Google Workspace may send mail for example.com as well. Change nothing else about who may.",
    check: (world) =>
      expectRrset(world, zone, { name: "@", type: "TXT", values: ["v=spf1 mx include:_spf.google.com -all"] }),
    reference: async (call) =>
      (await call("apply_preset", { zone, preset: "spf", values: ["include=_spf.google.com"] })).text,
  },
  {
    name: "move-mail",
    say: "The mail of example.com moves to mx1.example.net (10) and mx2.example.net (20), and to nothing else.",
    check: (world) =>
      expectRrset(world, zone, { name: "@", type: "MX", values: ["10 mx1.example.net", "20 mx2.example.net"] }),
    reference: async (call) => {
      const values = ["10 mx1.example.net", "20 mx2.example.net"];
      return (await call("set_rrset", { zone, name: "@", type: "MX", values })).text;
    },
  },
  {
    name: "reject-forgeries",
    say: "Receivers shall reject mail that fails DMARC for example.com; reports go on going to dmarc@example.com.",
    check: (world) =>
      expectRrset(world, zone, {
        name: "_dmarc",
        type: "TXT",
        values: ["v=DMARC1; p=reject; rua=mailto:dmarc@example.com"],
      }),
    reference: async (call) => {
      const values = ["policy=reject", "rua=dmarc@example.com"];
      return (await call("apply_preset", { zone, preset: "dmarc", values })).text;
    },
  },
  {
    name: "no-mail-at-all",
    say: "example.org neither takes nor sends mail. Say so in the DNS, with a null MX and an SPF that allows nobody.",
    check: async (world) => [
      ...(await expectRrset(world, "example.org", { name: "@", type: "MX", values: ["0 "] })),
      ...(await expectRrset(world, "example.org", { name: "@", type: "TXT", values: ["v=spf1 -all"] })),
    ],
    reference: async (call) => {
      const records = [
        { type: "MX", name: "@", priority: 0, value: "." },
        { type: "TXT", name: "@", value: "v=spf1 -all" },
      ];
      return (await call("ensure_records", { zone: "example.org", records })).text;
    },
  },
  {
    name: "one-authority",
    say: "Only Let's Encrypt may issue certificates for myapp.io, wildcards included.",
    check: async (world) => {
      const issue = '0 issue "letsencrypt.org"';
      const alone = await expectRrset(world, "myapp.io", { name: "@", type: "CAA", values: [issue] });
      if (alone.length === 0) return [];
      // Said outright, it is the same.
      const values = [issue, '0 issuewild "letsencrypt.org"'];
      return expectRrset(world, "myapp.io", { name: "@", type: "CAA", values });
    },
    reference: async (call) =>
      (await call("apply_preset", { zone: "myapp.io", preset: "caa-lock", values: ["issuer=letsencrypt.org"] })).text,
  },
];
