// An answer before it is bytes. Long lists are made as they are sent.

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text in pieces; left out when there is no body. */
  readonly chunks?: Iterable<string>;
}

/** So many rows are made between two looks at the socket. */
const ROWS_PER_CHUNK = 500;

/** An answer with a body. */
export function json(status: number, value: object, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, chunks: [JSON.stringify(value)] };
}

/** 204. */
export function noContent(): Reply {
  return { status: 204 };
}

/** Rows, and how one of them is written. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly shape: (row: Row) => object;
}

/** `[row, row, …]` */
export function arrayReply<Row>(list: Rows<Row>): Reply {
  return { status: 200, chunks: pieces(list, "[", "]") };
}

/** `{…head, "key": [row, row, …]}` */
export function objectReply<Row>(head: Readonly<Record<string, unknown>>, key: string, list: Rows<Row>): Reply {
  const opening = JSON.stringify(head).slice(0, -1);
  const comma = opening === "{" ? "" : ",";
  return { status: 200, chunks: pieces(list, `${opening}${comma}${JSON.stringify(key)}:[`, "]}") };
}

function* pieces<Row>({ rows, shape }: Rows<Row>, before: string, after: string): Generator<string> {
  let text = before;
  for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
    const part = rows.slice(at, at + ROWS_PER_CHUNK).map((row) => JSON.stringify(shape(row)));
    text += `${at === 0 ? "" : ","}${part.join(",")}`;
    if (at + ROWS_PER_CHUNK < rows.length) {
      yield text;
      text = "";
    }
  }
  yield text + after;
}
