// A place in a packet that moves on as it is read. Whatever would lie outside, or go round, is Malformed.

const HEADER_OCTETS = 12;
const LABEL_MAX_OCTETS = 63;
const NAME_MAX_OCTETS = 255;

/** A packet and how far it is read. */
export interface Cursor {
  readonly octets: Buffer;
  at: number;
}

/** Where reading stopped making sense; caught by the reader of the message. */
export class Malformed extends Error {}

/** The next octet. */
export function uint8(cursor: Cursor): number {
  const octet = cursor.octets[cursor.at++];
  if (octet === undefined) throw new Malformed();
  return octet;
}

/** The next two octets, as a number. */
export function uint16(cursor: Cursor): number {
  return uint8(cursor) * 0x100 + uint8(cursor);
}

/** The next four octets, as a number. */
export function uint32(cursor: Cursor): number {
  return uint16(cursor) * 0x10000 + uint16(cursor);
}

/** The next octets, as many as are asked for and no fewer. */
export function take(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length;
  if (length < 0 || end > cursor.octets.length) throw new Malformed();
  const taken = cursor.octets.subarray(cursor.at, end);
  cursor.at = end;
  return taken;
}

/** The labels of a name, pointers followed (RFC 1035 §4.1.4); the cursor stands behind the name where it began. */
export function readName(cursor: Cursor): readonly Uint8Array[] {
  const labels: Uint8Array[] = [];
  const reading: Cursor = { octets: cursor.octets, at: cursor.at };
  let octets = 1;
  let behind: number | undefined;
  // A pointer leads to before the run of labels that it ends, so that no chain of them can go round.
  let runStart = cursor.at;
  for (;;) {
    const length = uint8(reading);
    if (length === 0) break;
    if (length >= 0xc0) {
      const pointer = ((length & 0x3f) << 8) | uint8(reading);
      behind ??= reading.at;
      if (pointer < HEADER_OCTETS || pointer >= runStart) throw new Malformed();
      runStart = pointer;
      reading.at = pointer;
      continue;
    }
    octets += length + 1;
    if (length > LABEL_MAX_OCTETS || octets > NAME_MAX_OCTETS) throw new Malformed();
    labels.push(take(reading, length));
  }
  cursor.at = behind ?? reading.at;
  return labels;
}
