// The job summary shows what changed, and text from outside cannot change the page.
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeldRecord } from "../../src/core/api/api.ts";
import { type StepReport, summaryText } from "../../src/action/summary.ts";

const record = (value: string, ttl = 300): HeldRecord => ({
  id: "rec-1",
  zone: { id: "zone-1", domain: "example.com" },
  name: "www.example.com",
  type: "TXT",
  value,
  ttl,
});

const report = (over: Partial<StepReport>): StepReport => ({
  operation: "ensure-records",
  dryRun: false,
  isRead: false,
  end: "done",
  changes: [],
  diff: "",
  records: [],
  text: "",
  propagation: undefined,
  next: undefined,
  ...over,
});

const tags = (text: string) => text.match(/<\/?[a-z]+[^>]*>/g);

describe("summaryText", () => {
  it("shows before and after of every change", () => {
    const text = summaryText(
      report({
        changes: [
          { kind: "record", action: "update", before: record("old", 60), after: record("new") },
          { kind: "record", action: "delete", id: "rec-2", before: record("gone") },
          { kind: "zone", action: "create", name: "example.net" },
        ],
        next: "That was all.",
      }),
    );
    expect(text).toMatchInlineSnapshot(`
      "### ensure-records: 1 created, 1 updated, 1 deleted

      <table>
      <tr><th></th><th>name</th><th>type</th><th>before</th><th>after</th></tr>
      <tr><td>update</td><td><code>www.example.com</code></td><td>TXT</td><td><code>old</code><br>TTL 60</td><td><code>new</code><br>TTL 300</td></tr>
      <tr><td>delete</td><td><code>www.example.com</code></td><td>TXT</td><td><code>gone</code><br>TTL 300</td><td></td></tr>
      <tr><td>create</td><td><code>example.net</code></td><td>zone</td><td></td><td></td></tr>
      </table>

      That was all.
      "
    `);
  });

  it("keeps the page as it is made, whatever a record says", () => {
    const plain = summaryText(report({ changes: [{ kind: "record", action: "create", after: record("plain") }] }));
    const hostile = oneof(
      string({ unit: "binary" }),
      array(constantFrom("<", ">", "</table>", "<img src=x>", "\n\n", "&", '"', "`", "|", "\u202e", "# "), {
        maxLength: 9,
      }).map((parts) => parts.join("")),
    );
    assert(
      property(hostile, (value) => {
        const text = summaryText(report({ changes: [{ kind: "record", action: "create", after: record(value) }] }));
        expect(tags(text)).toEqual(tags(plain));
        expect(text.split("\n\n")).toHaveLength(plain.split("\n\n").length);
      }),
    );
  });

  it("lets no name in a sentence become a link, a mention or emphasis", () => {
    const next = "1 deleted ([x](https://x.example) A, *.y A, _z_ TXT, @octocat A and `q` A).";
    const text = summaryText(report({ next }));
    expect(
      text
        .split("\n\n")[1]
        ?.replaceAll(/&#\d+;/g, "?")
        .trim(),
    ).toBe("1 deleted (?x?(https?//x.example) A, ?.y A, ?z? TXT, ?octocat A and ?q? A).");
  });

  it("stays below what the runner takes, however much changed", () => {
    const changes = Array.from({ length: 5_000 }, () => ({
      kind: "record" as const,
      action: "create" as const,
      after: record("<".repeat(60_000)),
    }));
    expect(summaryText(report({ changes })).length).toBeLessThan(1_000_000);
  });
});
