// Queries byte by byte, for names and shapes that a well-meaning encoder would not write.
import { unescapeOctets } from "../../../src/core/dns/master-text.ts";

export interface RawQuery {
  readonly id?: number;
  /** In presentation form, without a final dot; "" is the root. */
  readonly name: string;
  readonly type: number;
  readonly class?: number;
  readonly rd?: boolean;
  readonly opcode?: number;
  readonly edns?: number | undefined;
  /** 0 is the only one there is. */
  readonly ednsVersion?: number;
}

export function rawQuery(query: RawQuery): Buffer {
  const { id = 1, opcode = 0, rd = false, edns, ednsVersion = 0 } = query;
  const header = words(id, (opcode << 11) | (rd ? 0x0100 : 0), 1, 0, 0, edns === undefined ? 0 : 1);
  const opt = edns === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.of(0), words(41, edns, ednsVersion, 0, 0)]);
  return Buffer.concat([header, nameOctets(query.name), words(query.type, query.class ?? 1), opt]);
}

export function words(...numbers: readonly number[]): Buffer {
  return Buffer.concat(numbers.map((number) => Buffer.of(number >> 8, number & 0xff)));
}

export function nameOctets(name: string): Buffer {
  const labels = name.match(/(?:\\\d{3}|\\.|[^.\\])+/g) ?? [];
  const octets = labels.map((label) => Buffer.from(unescapeOctets(label) ?? []));
  return Buffer.concat([...octets.flatMap((label) => [Buffer.of(label.length), label]), Buffer.of(0)]);
}
