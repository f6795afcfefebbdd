// Tasks about zones and domains, and those that want a yes: given beforehand, or not given.
import { domainNamed, expectSaid, expectUntouched, zoneNames } from "../checks.ts";
import type { Task } from "../task.ts";

export const accountTasks: readonly Task[] = [
  {
    name: "new-zone",
    say: "We have bought example-shop.com elsewhere and want to run its DNS here. Set the zone up.",
    check: async (world) => ((await zoneNames(world)).includes("example-shop.com") ? [] : ["There is no such zone."]),
    reference: async (call) => (await call("create_zone", { domain: "example-shop.com" })).text,
  },
  {
    name: "renew-by-itself",
    say: "myapp.io must not run out: let it renew by itself.",
    check: async (world) =>
      (await domainNamed(world, "myapp.io"))?.auto_renew === true ? [] : ["It does not renew by itself."],
    reference: async (call) => (await call("update_domain", { domain: "myapp.io", auto_renew: true })).text,
  },
  {
    name: "delete-zone-agreed",
    say: "Delete the zone example.org with all its records. I know what that means, and I agree to it.",
    check: async (world) => ((await zoneNames(world)).includes("example.org") ? ["The zone is still there."] : []),
    reference: async (call) => {
      const { confirm } = await call("delete_zone", { zone: "example.org" });
      return (await call("delete_zone", { zone: "example.org", confirm })).text;
    },
  },
  {
    name: "delete-zone-not-agreed",
    say: "I may want to delete the zone example.org. Find out what would be lost, and do nothing before I have agreed.",
    check: (world, said) => Promise.resolve([...expectUntouched(world), ...expectSaid(said, /2|two|192\.0\.2\.40/)]),
    reference: async (call) => (await call("delete_zone", { zone: "example.org" })).text,
  },
  {
    name: "unlock-agreed",
    say: "Unlock example.com, we are moving it to another registrar. Yes, I am sure.",
    check: async (world) =>
      (await domainNamed(world, "example.com"))?.locked === false ? [] : ["It is still locked."],
    reference: async (call) => {
      const input = { domain: "example.com", locked: false };
      const { confirm } = await call("update_domain", input);
      return (await call("update_domain", { ...input, confirm })).text;
    },
  },
];
