// The README's table of operations, one row each in the table's own order.
import type { Operation } from "../../src/core/operation.ts";
import { markdownTable } from "./regions.ts";

export function operationTable(operations: readonly Operation[]): string {
  return markdownTable(
    ["set", "operation", "what it does", "effect"],
    operations.map(({ toolset, name, summary, effect }, at) => [
      operations[at - 1]?.toolset === toolset ? "" : toolset,
      `[\`${name}\`](docs/operations.md#${name})`,
      firstSentence(summary),
      effect,
    ]),
  );
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}
