// Raw HTTP to an API under test: what went out, what came back, nothing of the client's.

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON body; `undefined` where there is none, or it is something else. */
  readonly body: unknown;
}

export interface Door {
  readonly url: string;
  readonly token: string;
}

/** Sends one request; a body goes as JSON. */
export async function ask(door: Door, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${door.url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      authorization: `Bearer ${door.token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

/** The text of a field of a JSON object. */
export function textIn(body: unknown, field: string): string {
  const value = valueIn(body, field);
  if (typeof value === "string") return value;
  throw new Error(`The answer has no text "${field}".`);
}

export function valueIn(body: unknown, field: string): unknown {
  return typeof body === "object" && body !== null ? new Map(Object.entries(body)).get(field) : undefined;
}

export function fieldsOf(body: unknown): readonly string[] {
  return typeof body === "object" && body !== null ? Object.keys(body) : [];
}

/** The rows of a list in either of its shapes. */
export function rowsIn(body: unknown): readonly unknown[] {
  const rows: unknown = Array.isArray(body) ? body : valueIn(body, "results");
  if (!Array.isArray(rows)) throw new Error("The answer is no list.");
  return rows;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
