// Bytes of a message with a size limit (RFC 1035 §4.1): names compressed, and what does not fit taken back whole.
import { labelOctetsOf } from "../../core/dns/wire-name.ts";
import { ancestry } from "./ancestry.ts";

/** A pointer has 14 bits for the offset (RFC 1035 §4.1.4). */
const POINTER_MAX_OFFSET = 0x3fff;

/** A message in the making, its names compressed. */
export class MessageWriter {
  readonly #bytes: Buffer;
  #length = 0;
  /** Where each name already stands, by its canonical spelling, in the order of the offsets. */
  readonly #offsets = new Map<string, number>();

  constructor(limit: number) {
    this.#bytes = Buffer.alloc(limit);
  }

  /** Where the next octet goes; beyond the limit it still counts, and nothing is written. */
  get length(): number {
    return this.#length;
  }

  uint16(value: number): void {
    this.octets(Uint8Array.of((value >> 8) & 0xff, value & 0xff));
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value & 0xffff);
  }

  octets(octets: Uint8Array): void {
    if (this.#length + octets.length <= this.#bytes.length) this.#bytes.set(octets, this.#length);
    this.#length += octets.length;
  }

  /** A canonical name, as a pointer where it or its end stands already and `compress` allows. */
  name(name: string, compress: boolean): void {
    const suffixes = ancestry(name);
    for (const [index, label] of labelOctetsOf(name).entries()) {
      const suffix = suffixes[index] ?? "";
      const known = compress ? this.#offsets.get(suffix) : undefined;
      if (known !== undefined) {
        this.uint16(0xc000 | known);
        return;
      }
      this.#remember(suffix, this.#length);
      this.octets(Uint8Array.of(label.length));
      this.octets(label);
    }
    this.octets(Uint8Array.of(0));
  }

  /**
   * Octets that hold an uncompressed name at their start, kept as they are. What of it stands in canonical letter case
   * is pointed to from later on, the rest not: records keep the zone's case, not the asker's (RFC 4343 §4.1).
   */
  nameAsGiven(name: string, octets: Uint8Array): void {
    const suffixes = ancestry(name);
    let behind = 0;
    const offsets = labelOctetsOf(name).map((label) => {
      const at = behind;
      behind += label.length + 1;
      return { at, asWritten: Buffer.from(label).equals(octets.subarray(at + 1, behind)) };
    });
    for (const [index, { at, asWritten }] of [...offsets.entries()].reverse()) {
      if (!asWritten) break;
      this.#remember(suffixes[index] ?? "", this.#length + at);
    }
    this.octets(octets);
  }

  /** Writes something with its length in two octets in front (RDLENGTH). */
  counted(write: () => void): void {
    const at = this.#length;
    this.uint16(0);
    write();
    if (this.#length <= this.#bytes.length) this.#bytes.writeUInt16BE(this.#length - at - 2, at);
  }

  /** Writes something only if all of it fits, keeping `reserve` octets free behind it; says whether it did. */
  attempt(reserve: number, write: () => void): boolean {
    const start = this.#length;
    write();
    if (this.#length + reserve <= this.#bytes.length) return true;
    this.#length = start;
    for (const [name, offset] of this.#offsets) if (offset >= start) this.#offsets.delete(name);
    return false;
  }

  /** The message, with its header's flags and section counts filled in at last. */
  finish(header: Uint8Array): Uint8Array {
    this.#bytes.set(header, 0);
    return this.#bytes.subarray(0, this.#length);
  }

  #remember(name: string, offset: number): void {
    if (offset <= POINTER_MAX_OFFSET && !this.#offsets.has(name)) this.#offsets.set(name, offset);
  }
}
