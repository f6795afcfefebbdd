import { expect, it } from "vitest";
import { parseServerName, serverNameText } from "../../../src/core/wire/server-name.ts";

it("reads servers as people name them", () => {
  expect(parseServerName("192.0.2.53", "nameserver")).toEqual({ host: "192.0.2.53", port: 53 });
  expect(parseServerName("NS1.example.net.:5353", "nameserver")).toEqual({ host: "ns1.example.net", port: 5353 });
  expect(parseServerName("2001:DB8::53", "nameserver")).toEqual({ host: "2001:db8::53", port: 53 });
  expect(parseServerName("[2001:db8::53]:5353", "nameserver")).toEqual({ host: "2001:db8::53", port: 5353 });
  for (const text of [
    "",
    ":53",
    "192.0.2",
    "192.0.2.53:0",
    "192.0.2.53:65536",
    "[192.0.2.53]:53",
    "a b",
    "https://x",
    ".",
  ]) {
    expect(() => parseServerName(text, "resolver"), text).toThrow(
      "--resolver takes a name server as HOST or HOST:PORT.",
    );
  }
});

it("tells servers at one address apart by their ports", () => {
  for (const text of ["192.0.2.53", "192.0.2.53:5353", "ns1.example.net:5353", "2001:db8::53", "[2001:db8::53]:5353"])
    expect(serverNameText(parseServerName(text, "nameserver"))).toBe(text);
});
