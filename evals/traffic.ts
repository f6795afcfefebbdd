// What a task cost, from the messages that the recorder wrote down.
import * as z from "zod/mini";

export interface Traffic {
  /** Tool calls. */
  readonly calls: number;
  /** Calls that were answered with a refusal or a failure. */
  readonly errors: number;
  /** Of the tool list, as models see it. */
  readonly listBytes: number;
  /** Of the calls' arguments. */
  readonly argumentBytes: number;
  /** Of what was answered, as models see it. */
  readonly resultBytes: number;
  /** How often the person was asked. */
  readonly questions: number;
}

const recorded = z.object({ side: z.enum(["asked", "answered", "person"]), line: z.string() });
const message = z.looseObject({
  id: z.nullish(z.union([z.string(), z.number()])),
  method: z.optional(z.string()),
  params: z.optional(z.looseObject({ arguments: z.optional(z.unknown()) })),
  error: z.optional(z.unknown()),
  result: z.optional(
    z.looseObject({
      isError: z.optional(z.boolean()),
      content: z.optional(z.array(z.looseObject({ text: z.optional(z.string()) }))),
      tools: z.optional(
        z.array(
          z.looseObject({ name: z.string(), title: z.unknown(), description: z.unknown(), inputSchema: z.unknown() }),
        ),
      ),
    }),
  ),
});

export function readTraffic(log: string): Traffic {
  const called = new Set<string | number>();
  const total = { calls: 0, errors: 0, listBytes: 0, argumentBytes: 0, resultBytes: 0, questions: 0 };
  for (const entry of log.split("\n").filter((line) => line !== "")) {
    const { side, line } = recorded.parse(JSON.parse(entry));
    if (side === "person") total.questions += 1;
    const { id, method, params, result, error } = read(line);
    if (id === undefined || id === null) continue;
    if (side === "asked" && method === "tools/call") {
      called.add(id);
      total.calls += 1;
      total.argumentBytes += bytes(JSON.stringify(params?.arguments ?? {}));
    }
    if (side !== "answered") continue;
    if (result?.tools !== undefined) total.listBytes = bytes(JSON.stringify(result.tools.map(seen)));
    if (!called.has(id)) continue;
    if (error !== undefined || result?.isError === true) total.errors += 1;
    total.resultBytes += (result?.content ?? []).reduce((sum, { text = "" }) => sum + bytes(text), 0);
  }
  return total;
}

// What a host sends is its own affair: a line that is no message costs nothing here.
function read(line: string): z.output<typeof message> {
  try {
    return message.safeParse(JSON.parse(line)).data ?? {};
  } catch {
    return {};
  }
}

function seen({ name, title, description, inputSchema }: Readonly<Record<string, unknown>>) {
  return { name, title, description, inputSchema };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
