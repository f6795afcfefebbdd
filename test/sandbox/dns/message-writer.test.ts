// What the message writer promises beyond what questions on the wire show: that nothing points at what was taken back.
import { describe, expect, it } from "vitest";
import { MessageWriter } from "../../../src/sandbox/dns/message-writer.ts";
import { nameOctets } from "./raw-query.ts";

const HEADER = Buffer.alloc(12);

function writer(limit: number): MessageWriter {
  const made = new MessageWriter(limit);
  made.octets(HEADER);
  return made;
}

describe("MessageWriter", () => {
  it("points at a name's end that stands already (RFC 1035 §4.1.4)", () => {
    const message = writer(100);
    message.name("www.example.com", true);
    message.name("mail.example.com", true);
    message.name("www.example.com", true);
    const expected = [
      nameOctets("www.example.com"),
      Buffer.from("\u0004mail"),
      Buffer.of(0xc0, 16),
      Buffer.of(0xc0, 12),
    ];
    expect(Buffer.from(message.finish(HEADER)).subarray(12)).toEqual(Buffer.concat(expected));
  });

  it("writes a name in full that stood only in what did not fit", () => {
    const message = writer(40);
    const fitted = message.attempt(0, () => {
      message.name("www.example.com", true);
      message.octets(Buffer.alloc(20));
    });
    expect(fitted).toBe(false);
    expect(message.attempt(0, () => message.name("example.com", true))).toBe(true);
    expect(Buffer.from(message.finish(HEADER)).subarray(12)).toEqual(nameOctets("example.com"));
  });

  it("keeps room for what must follow", () => {
    const message = writer(40);
    expect(message.attempt(11, () => message.octets(Buffer.alloc(18)))).toBe(false);
    expect(message.attempt(11, () => message.octets(Buffer.alloc(17)))).toBe(true);
  });

  it("points into a question only as far as its letter case is the canonical one", () => {
    const message = writer(100);
    message.nameAsGiven("www.example.com", nameOctets("www.EXAMPLE.com"));
    message.name("com", true);
    message.name("example.com", true);
    const expected = [
      nameOctets("www.EXAMPLE.com"),
      Buffer.of(0xc0, 24),
      Buffer.from("\u0007example"),
      Buffer.of(0xc0, 24),
    ];
    expect(Buffer.from(message.finish(HEADER)).subarray(12)).toEqual(Buffer.concat(expected));
  });
});
