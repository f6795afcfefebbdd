// What plain-word tasks cost an assistant that knows the tools (product page §13): the calls that suffice, and the bytes
// that pass. A task that needs a call more than it did is a defect, whichever change made it so.
import { describe, expect, it } from "vitest";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { startSession, type SandboxSession } from "../support/session.ts";
import { type ReadingClient, readers, readingDeps } from "./support/reading-client.ts";

type Structured = Readonly<Record<string, unknown>> | undefined;
type Step = readonly [tool: string, input: (before: Structured) => Record<string, unknown>];

interface Task {
  readonly words: string;
  readonly steps: readonly Step[];
  /** What the last answer must tell: the task ends there, without another look. */
  readonly told: RegExp;
}

const zone = "example.com";
const just = (input: Record<string, unknown>) => () => input;

const TASKS: readonly Task[] = [
  {
    words: "Which mail servers does example.com have?",
    steps: [["list_records", just({ zone, type: "MX" })]],
    told: /@ 3600 MX 10 mail\.example\.com/,
  },
  {
    words: "What points at 192.0.2.1, in any of my zones?",
    steps: [["list_records", just({ value: "192.0.2.1" })]],
    told: /example\.com 3600 A 192\.0\.2\.1 /,
  },
  {
    words: "Point api.example.com at 192.0.2.99 instead.",
    steps: [["set_rrset", just({ zone, name: "api", type: "A", values: ["192.0.2.99"] })]],
    told: /- api 300 A 192\.0\.2\.10\n\+ api 300 A 192\.0\.2\.99\nChange \S+; undo_change takes it back\./,
  },
  {
    words: "Lower the TTL of the address and the mail server of example.com to 300.",
    steps: [
      [
        "ensure_records",
        just({
          zone,
          records: [
            { type: "A", name: "@", value: "192.0.2.1", ttl: 300 },
            { type: "MX", name: "@", value: "mail.example.com", priority: 10, ttl: 300 },
          ],
        }),
      ],
    ],
    told: /updated: @ 300 A .*\nupdated: @ 300 MX /,
  },
  {
    words: "Make www.example.com an address of its own, 192.0.2.80, in the place of the alias.",
    steps: [["set_rrset", just({ zone, name: "www", type: "A", values: ["192.0.2.80"], replace_conflicts: true })]],
    told: /- www 3600 CNAME example\.com\n\+ www 3600 A 192\.0\.2\.80/,
  },
  {
    words: "Google wants google-site-verification=abcDEF123 in the TXT of example.com.",
    steps: [
      [
        "ensure_records",
        just({ zone, records: [{ type: "TXT", name: "@", value: "google-site-verification=abcDEF123" }] }),
      ],
    ],
    told: /created: @ 3600 TXT "google-site-verification=abcDEF123"/,
  },
  {
    words: "Delete the address of api.",
    steps: [["delete_record", just({ zone, type: "A", name: "api" })]],
    told: /Deleted from example\.com: api 300 A 192\.0\.2\.10/,
  },
  {
    words: "Import this zone file.",
    steps: [
      ["plan_zone", just({ zone, zonefile: "shop 300 IN A 192.0.2.80\nblog 300 IN CNAME pages.example.net.\n" })],
      ["apply_plan", (before) => ({ plan: before?.["plan"] })],
    ],
    told: /Applied to example\.com: 2 created\.\n/,
  },
  {
    words: "What would this zone file change?",
    steps: [["plan_zone", just({ zone, zonefile: "api 300 IN A 192.0.2.11\n", mode: "replace" })]],
    told: /- api 300 A 192\.0\.2\.10\n\+ api 300 A 192\.0\.2\.11/,
  },
  {
    words: "Undo that.",
    steps: [
      ["set_rrset", just({ zone, name: "api", type: "A", values: ["192.0.2.99"] })],
      ["undo_change", (before) => ({ change: before?.["change"] })],
    ],
    told: /Taken back: \S+, 1 updated \(api A\)\./,
  },
  {
    words: "Host new-project.example here. Where must its registrar delegate to?",
    steps: [["create_zone", just({ domain: "new-project.example" })]],
    told: /ns1\.vps\.org and ns2\.vps\.org.*registered no domain/,
  },
  {
    words: "Which of my domains expire soon, and which will not renew?",
    steps: [["list_domains", just({})]],
    told: /example\.org: active, expires \S+, auto-renewal off/,
  },
  {
    words: "Is the mail of example.com set up well?",
    steps: [["lint_zone", just({ zone })]],
    told: /12 records checked: \d+ findings/,
  },
  {
    words: "Back up example.com.",
    steps: [["export_zone", just({ zone })]],
    told: /\$ORIGIN example\.com\.\n/,
  },
  {
    words: "Show me exmaple.com. (mistyped)",
    steps: [
      ["get_zone", just({ zone: "exmaple.com" })],
      ["get_zone", just({ zone })],
    ],
    told: /^Zone example\.com: 12 records/,
  },
];

/** The least there is to a task: a look where one is asked for, a write where one is; two where the words say so. */
const CALLS = 18;
/** Arguments and texts of a task, on average; on a server with a tool an endpoint, results alone took 5,200. */
const BYTES_A_TASK = 600;

describe("plain-word tasks", () => {
  it.each(TASKS.map((task) => [task.words, task] as const))("%s", async (_, { steps, told }) => {
    await using test = await startSession();
    await using client = await readers["2026-07-28"](readingDeps(test));
    expect((await play(client, steps)).text).toMatch(told);
  });

  it("need no more calls than they did, and few bytes beside the tool list", async () => {
    const rows: string[] = [];
    let bytes = 0;
    for (const { words, steps } of TASKS) {
      await using test: SandboxSession = await startSession();
      await using client = await readers["2026-07-28"](readingDeps(test));
      const played = await play(client, steps);
      bytes += played.bytes;
      rows.push(`${String(steps.length).padStart(3)} calls ${String(played.bytes).padStart(6)} bytes  ${words}`);
    }
    process.stderr.write(`${rows.join("\n")}\n`);
    expect(TASKS.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(CALLS);
    expect(bytes / TASKS.length).toBeLessThan(BYTES_A_TASK);
  });

  it("name tools that exist", () => {
    const names = toolRows.map(({ name }) => name);
    expect(TASKS.flatMap(({ steps }) => steps.map(([tool]) => tool)).filter((tool) => !names.includes(tool))).toEqual(
      [],
    );
  });
});

/** Plays the steps, each with what the one before gave; counts arguments and texts. */
async function play(client: ReadingClient, steps: readonly Step[]): Promise<{ text: string; bytes: number }> {
  let before: Structured;
  let text = "";
  let bytes = 0;
  for (const [tool, input] of steps) {
    const given = input(before);
    const answer = await client.call(tool, given);
    before = answer.structured;
    text = answer.text;
    bytes += Buffer.byteLength(JSON.stringify(given)) + Buffer.byteLength(text);
  }
  return { text, bytes };
}
