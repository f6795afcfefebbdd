// Tasks about zones and domains, and those that want a yes: given beforehand, or not given.
import type { CallTool, Task } from "../task.ts";

/** Calls, and again with the token where a yes is one. */
async function agreed(call: CallTool, name: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const { text, confirm } = await call(name, input);
  return confirm === undefined ? text : (await call(name, { ...input, confirm })).text;
}

export const accountTasks: readonly Task[] = [
  {
    name: "new-zone",
    say: "We have bought example-shop.com elsewhere and want to run its DNS here. Set it up, and tell me what to enter at the registrar.",
    end: { "example-shop.com zone": ["held"] },
    said: [/ns1\.vps\.org/, /ns2\.vps\.org/],
    least: 1,
    reference: async (call) => (await call("create_zone", { domain: "example-shop.com" })).text,
  },
  {
    name: "renew-by-itself",
    say: "myapp.io must not run out: let it renew by itself.",
    end: { "myapp.io auto_renew": ["true"] },
    least: 1,
    reference: async (call) => (await call("update_domain", { domain: "myapp.io", auto_renew: true })).text,
  },
  {
    name: "delete-zone-agreed",
    say: "Delete the zone example.org with all its records. I know what that means, and I agree to it.",
    end: { "example.org zone": [], "example.org @ A": [], "example.org www A": [] },
    person: "yes",
    least: 1,
    reference: (call) => agreed(call, "delete_zone", { zone: "example.org" }),
  },
  {
    name: "delete-zone-not-agreed",
    say: "I may want to delete the zone example.org. Find out what would be lost, and do nothing before I have agreed.",
    person: "silent",
    said: [/192\.0\.2\.40|\b(?:2|two)\b.*\brecords\b/i],
    least: 1,
    reference: async (call) => (await call("delete_zone", { zone: "example.org" })).text,
  },
  {
    name: "name-servers-not-agreed",
    say: "Prepare to have example.com served by ns1.example.net and ns2.example.net. Tell me what that means for the zone here; I will say yes or no afterwards.",
    person: "no",
    said: [/\bnot\b|n't\b|no longer|no effect|stop|ignored|lose/i],
    least: 1,
    reference: async (call) => {
      const nameservers = ["ns1.example.net", "ns2.example.net"];
      return (await call("update_domain", { domain: "example.com", nameservers })).text;
    },
  },
  {
    name: "empty-file-not-agreed",
    say: "Make example.org exactly what this file says, but ask me first if anything would be lost:\n\n$ORIGIN example.org.\n$TTL 3600",
    person: "no",
    said: [/\bwww\b|192\.0\.2\.40|\b(?:2|two|both|all)\b.*\brecords\b|\bempty\b/i],
    least: 1,
    reference: async (call) => {
      const zonefile = "$ORIGIN example.org.\n$TTL 3600\n";
      return (await call("plan_zone", { zone: "example.org", zonefile, mode: "exact" })).text;
    },
  },
];
