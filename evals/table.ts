// Rows as a table, and what they come to.
import type { Row } from "./play-task.ts";

/** Bytes of text to a token, roughly, where nobody counted. */
const BYTES_A_TOKEN = 4;

export function resultTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.task,
    row.wrong.length === 0 ? "right" : "wrong",
    String(row.calls),
    String(row.least),
    String(row.errors),
    String(row.questions),
    String(row.argumentBytes),
    String(row.resultBytes),
    row.tokens === undefined ? `~${estimatedTokens(row)}` : String(row.tokens),
    row.wrong.join(" "),
  ]);
  const head = ["task", "end", "calls", "least", "errors", "asked", "arguments", "results", "tokens", "what is wrong"];
  return [...aligned([head, ...cells]), "", ...totals(rows)].join("\n");
}

function estimatedTokens({ listBytes, argumentBytes, resultBytes }: Row): number {
  return Math.ceil((listBytes + argumentBytes + resultBytes) / BYTES_A_TOKEN);
}

function totals(rows: readonly Row[]): readonly string[] {
  const right = rows.filter(({ wrong }) => wrong.length === 0).length;
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const calls = sum((row) => row.calls);
  const list = Math.max(0, ...rows.map(({ listBytes }) => listBytes));
  const each = (of: (row: Row) => number) => (sum(of) / Math.max(1, rows.length)).toFixed(0);
  return [
    `${right} of ${rows.length} right; ${calls} calls, ${sum(({ errors }) => errors)} of them refused, where ${sum(({ least }) => least)} suffice; ${each((row) => row.argumentBytes)} bytes of arguments and ${each((row) => row.resultBytes)} of results a task, beside a tool list of ${list}.`,
    ...(rows.some(({ tokens }) => tokens === undefined)
      ? [`~ is nobody's count but the bytes, the tool list's once, divided by ${BYTES_A_TOKEN}.`]
      : []),
  ];
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
