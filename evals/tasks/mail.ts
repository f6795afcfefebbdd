// Tasks about mail and certificates.
import type { Task } from "../task.ts";

const zone = "example.com";

export const mailTasks: readonly Task[] = [
  {
    name: "let-google-send",
    say: "From now on Google Workspace may send mail for example.com as well. Change nothing else about who may.",
    end: { "example.com @ TXT": /^v=spf1 (?:mx include:_spf\.google\.com|include:_spf\.google\.com mx) -all$/ },
    least: 1,
    reference: async (call) =>
      (await call("apply_preset", { zone, preset: "spf", values: ["include=_spf.google.com"] })).text,
  },
  {
    name: "move-mail",
    say: "The mail of example.com moves to mx1.example.net (10) and mx2.example.net (20), and to nothing else.",
    end: { "example.com @ MX": ["10 mx1.example.net", "20 mx2.example.net"] },
    least: 1,
    reference: async (call) => {
      const values = ["10 mx1.example.net", "20 mx2.example.net"];
      return (await call("set_rrset", { zone, name: "@", type: "MX", values })).text;
    },
  },
  {
    name: "no-mail-at-all",
    say: "example.org neither takes nor sends mail. Say so in the DNS, with a null MX and an SPF that allows nobody.",
    end: { "example.org @ MX": ["0 ."], "example.org @ TXT": ["v=spf1 -all"] },
    least: 1,
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
    // Said outright for wildcards too, it is the same.
    end: { "myapp.io @ CAA": /^0 issue "letsencrypt\.org"(?:\n0 issuewild "letsencrypt\.org")?$/ },
    least: 1,
    reference: async (call) =>
      (await call("apply_preset", { zone: "myapp.io", preset: "caa-lock", values: ["issuer=letsencrypt.org"] })).text,
  },
];
