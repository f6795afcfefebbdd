// Bytes in, lines out, with a bound: a line that grows over it is let go while it arrives, so that memory stays small
// and the next line is read as if nothing had happened. Pure.
const NEWLINE = 0x0a;

/** How much of either end of an overlong line is kept: its JSON-RPC id stands there. */
const KEPT_BYTES = 256;

export interface LineListener {
  line(bytes: Buffer): void;
  /** A line over the bound; only its first and last bytes are left. */
  overlong(head: Buffer, tail: Buffer): void;
}

export interface LineSplitter {
  push(chunk: Buffer): void;
  /** The input has ended: what stands there without a newline is the last line. */
  end(): void;
}

/** `maxBytes` is more than what is kept of either end. */
export function splitLines(maxBytes: number, listener: LineListener): LineSplitter {
  let parts: Buffer[] = [];
  let size = 0;
  let head: Buffer | undefined;

  const add = (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size <= maxBytes) return;
    const all = Buffer.concat(parts);
    head ??= Buffer.from(all.subarray(0, KEPT_BYTES));
    // Copied, so that the large buffer behind it can go.
    parts = [Buffer.from(all.subarray(-KEPT_BYTES))];
  };
  const finish = () => {
    const bytes = Buffer.concat(parts);
    if (head === undefined) listener.line(bytes);
    else listener.overlong(head, bytes.subarray(-KEPT_BYTES));
    parts = [];
    size = 0;
    head = undefined;
  };
  return {
    push: (chunk) => {
      let start = 0;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
        add(chunk.subarray(start, at));
        finish();
        start = at + 1;
      }
      if (start < chunk.length) add(chunk.subarray(start));
    },
    end: () => {
      if (size > 0) finish();
    },
  };
}
