// Every guarded operation, each with what it takes, what it sends when it is done, and how its ground can be shifted.
import type { SandboxSession, TestSession } from "../../support/session.ts";

type Input = Readonly<Record<string, unknown>>;

export interface Stage {
  /** The session behind the server. */
  readonly own: SandboxSession;
  /** The same account through somebody else's program: no journal entry of ours. */
  readonly others: TestSession;
}

export interface GuardedCase {
  readonly operation: string;
  /** Sets the stage and gives the input. */
  readonly prepare: (stage: Stage) => Promise<Input>;
  /** The same call with another argument. */
  readonly altered: (input: Input) => Input;
  /** The writes that reach the API when it is done, ids left out. */
  readonly sends: readonly string[];
  /** Changes what was shown; absent where nothing at the API is shown. */
  readonly shift?: (stage: Stage, input: Input) => Promise<unknown>;
}

const ZONE = "tiny.example";

/** A zone of one RRset that somebody else made: whatever changes it trips the guard. */
async function tinyZone({ others }: Stage): Promise<string> {
  await others.run("create_zone", { domain: ZONE });
  const { output } = await others.run("create_record", { zone: ZONE, type: "A", name: "www", value: "192.0.2.1" });
  const { record } = output;
  return typeof record === "object" && record !== null ? String(Reflect.get(record, "id")) : "";
}

const changeTiny = ({ others }: Stage) =>
  others.run("set_rrset", { zone: ZONE, type: "A", name: "www", values: ["192.0.2.1"], ttl: 60, confirm: ZONE });

const guardedRecords = {
  shift: changeTiny,
} satisfies Partial<GuardedCase>;

const onTiny = (input: Input) => async (stage: Stage) => {
  await tinyZone(stage);
  return input;
};

const onTinyRecord = (input: Input) => async (stage: Stage) => ({ record: await tinyZone(stage), ...input });

const settings = (input: Input) => ({
  operation: "update_domain",
  prepare: () => Promise.resolve({ domain: "example.com", ...input }),
  altered: (given: Input) => ({ ...given, privacy_protection: false }),
  sends: ["PUT /domains/ID/"],
});

/** By a name that tells the case. */
export const guardedCases: Readonly<Record<string, GuardedCase>> = {
  delete_zone: {
    operation: "delete_zone",
    prepare: () => Promise.resolve({ zone: "example.org" }),
    altered: () => ({ zone: "myapp.io" }),
    sends: ["DELETE /dns-zones/ID/"],
    shift: ({ others }) =>
      others.run("create_record", { zone: "example.org", type: "A", name: "new", value: "192.0.2.2" }),
  },
  remove_domain: {
    operation: "remove_domain",
    prepare: () => Promise.resolve({ domain: "myapp.io" }),
    altered: () => ({ domain: "example.org" }),
    sends: ["DELETE /domains/ID/"],
    shift: ({ others }) => others.run("update_domain", { domain: "myapp.io", auto_renew: true }),
  },
  register_domain: {
    operation: "register_domain",
    prepare: () => Promise.resolve({ domain: "fresh-name.com", max_price: 200 }),
    altered: (input) => ({ ...input, years: 2 }),
    sends: ["POST /domains/"],
  },
  transfer_domain: {
    operation: "transfer_domain",
    prepare: () => Promise.resolve({ domain: "myapp.io", auth_code: "Xy9Kl2Mn#4pQ", max_price: 200 }),
    altered: (input) => ({ ...input, auth_code: "Xy9Kl2Mn#4pR" }),
    sends: ["POST /domains/ID/transfer/"],
    shift: ({ others }) =>
      others.run("update_domain", {
        domain: "myapp.io",
        nameservers: ["ns1.example.net", "ns2.example.net"],
        confirm: "myapp.io",
      }),
  },
  "update_domain (name servers)": {
    ...settings({ nameservers: ["ns1.example.net", "ns2.example.net"] }),
    shift: ({ others }) =>
      others.run("update_domain", { domain: "example.com", locked: false, confirm: "example.com" }),
  },
  "update_domain (auto-renewal)": {
    ...settings({ auto_renew: false }),
    shift: ({ others }) =>
      others.run("update_domain", { domain: "example.com", locked: false, confirm: "example.com" }),
  },
  "update_domain (lock)": {
    ...settings({ locked: false }),
    shift: ({ others }) =>
      others.run("update_domain", { domain: "example.com", auto_renew: false, confirm: "example.com" }),
  },
  set_rrset: {
    ...guardedRecords,
    operation: "set_rrset",
    prepare: onTiny({ zone: ZONE, name: "www", type: "A", values: ["192.0.2.9"] }),
    altered: (input) => ({ ...input, values: ["192.0.2.10"] }),
    sends: ["PATCH /dns-records/ID/"],
  },
  update_record: {
    ...guardedRecords,
    operation: "update_record",
    prepare: onTinyRecord({ value: "192.0.2.9" }),
    altered: (input) => ({ ...input, value: "192.0.2.10" }),
    sends: ["PATCH /dns-records/ID/"],
  },
  replace_record: {
    ...guardedRecords,
    operation: "replace_record",
    prepare: onTinyRecord({ type: "A", name: "www", value: "192.0.2.9" }),
    altered: (input) => ({ ...input, value: "192.0.2.10" }),
    sends: ["PUT /dns-records/ID/"],
  },
  delete_record: {
    ...guardedRecords,
    operation: "delete_record",
    prepare: onTiny({ zone: ZONE, name: "www", type: "A", value: "192.0.2.1" }),
    altered: ({ zone, name, type }) => ({ zone, name, type }),
    sends: ["DELETE /dns-records/ID/"],
  },
  "ensure_records (absent)": {
    ...guardedRecords,
    operation: "ensure_records",
    prepare: onTiny({ zone: ZONE, records: [{ name: "www", type: "A", value: "192.0.2.1" }], state: "absent" }),
    altered: (input) => ({ ...input, records: [{ name: "www", type: "A" }] }),
    sends: ["DELETE /dns-records/ID/"],
  },
  apply_plan: {
    ...guardedRecords,
    operation: "apply_plan",
    prepare: async (stage) => {
      await tinyZone(stage);
      return { plan: await planOf(stage, "192.0.2.9") };
    },
    altered: (input) => ({ ...input, plan: "plan-00000000000000000000" }),
    sends: ["PATCH /dns-records/ID/"],
  },
  "undo_change (a zone created)": {
    operation: "undo_change",
    prepare: async ({ own }) => {
      const { output } = await own.run("create_zone", { domain: ZONE });
      return { change: output["change"] };
    },
    altered: (input) => ({ ...input, and_later: true }),
    sends: ["DELETE /dns-zones/ID/"],
    shift: ({ others }) => others.run("create_record", { zone: ZONE, type: "A", name: "new", value: "192.0.2.2" }),
  },
};

async function planOf({ own }: Stage, value: string): Promise<unknown> {
  const records = [{ name: "www", type: "A", value }];
  return (await own.run("plan_zone", { zone: ZONE, mode: "replace", records })).output["plan"];
}
