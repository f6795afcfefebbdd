// Rows as a table, with the yardstick beside them where it was played too.
import type { Row } from "./play-task.ts";

export function resultTable(rows: readonly Row[]): string {
  const cells = rows.map(({ task, wrong, calls, errors, callBytes }) => [
    task,
    wrong.length === 0 ? "right" : "wrong",
    String(calls),
    String(errors),
    String(callBytes),
    wrong.join(" "),
  ]);
  const right = rows.filter(({ wrong }) => wrong.length === 0).length;
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const list = Math.max(0, ...rows.map(({ listBytes }) => listBytes));
  const mean = (total: number) => (total / Math.max(1, rows.length)).toFixed(1);
  return [
    ...aligned([["task", "end", "calls", "errors", "bytes", "what is wrong"], ...cells]),
    "",
    `${right} of ${rows.length} right; ${mean(sum(({ calls }) => calls))} calls and ${mean(sum(({ callBytes }) => callBytes))} bytes a task; the tool list is ${list} bytes.`,
  ].join("\n");
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
